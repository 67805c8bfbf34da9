using CsCheck;

namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class ScalarValueTests
{
    [Theory]
    [InlineData("5", 5)]
    [InlineData("-5", -5)]
    [InlineData("5.0", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("2147483647", int.MaxValue)]
    public void Int32_Number_IsRead(string text, int expected)
    {
        Assert.Equal(expected, GatewayValues.Int32.Read(Nodes.Number(text)));
        Assert.Equal(expected, GatewayValues.Int32.Read(Nodes.Variable(text)));
    }

    [Fact]
    public void Int32_NoWholeNumber_SaysWhatIsAllowed()
    {
        Assert.Equal("\"5.5\" is not a whole number", GatewayValues.Int32.Error(Nodes.Number("5.5")));
        Assert.Equal(
            "\"2147483648\" is out of range; allowed: from -2147483648 to 2147483647", GatewayValues.Int32.Error(Nodes.Number("2147483648")));
        Assert.Equal("\"many\" is not a whole number", GatewayValues.Int32.Error(Nodes.Variable("many")));
        Assert.Equal("is true; expected a whole number", GatewayValues.Int32.Error(Nodes.Bool(true)));
        Assert.Equal("is a text; expected a whole number (write it without quotes)", GatewayValues.Int32.Error(Nodes.Text("5")));
        Assert.Equal("is a text; expected a whole number", GatewayValues.Int32.Error(Nodes.Text("five")));
        Assert.Equal("is null; expected a whole number", GatewayValues.Int32.Error(Nodes.Null));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e400")]
    public void Double_NotFinite_IsAnError(string text) =>
        Assert.Equal($"\"{text}\" is not a number", GatewayValues.Double.Error(Nodes.Variable(text)));

    [Fact]
    public void Numbers_AnyValue_ReadBackEqual()
    {
        Gen.Int.Sample(value => GatewayValues.Int32.Read(GatewayValues.Int32.Write(value)) == value);
        Gen.Long.Sample(value => GatewayValues.Int64.Read(GatewayValues.Int64.Write(value)) == value);
        Gen.Double.Where(double.IsFinite).Sample(value => GatewayValues.Double.Read(GatewayValues.Double.Write(value)).Equals(value));
    }

    [Fact]
    public void Boolean_TextOfAVariable_IsReadInAnyCase()
    {
        Assert.True(GatewayValues.Boolean.Read(Nodes.Bool(true)));
        Assert.True(GatewayValues.Boolean.Read(Nodes.Variable("True")));
        Assert.False(GatewayValues.Boolean.Read(Nodes.Variable("false")));
    }

    [Fact]
    public void Boolean_AnythingElse_IsAnError()
    {
        Assert.Equal("is a text; expected true or false (write it without quotes)", GatewayValues.Boolean.Error("true"));
        Assert.Equal("is a text; expected true or false", GatewayValues.Boolean.Error(Nodes.Variable("yes")));
        Assert.Equal("is the number 1; expected true or false", GatewayValues.Boolean.Error(Nodes.Number("1")));
    }

    [Fact]
    public void String_AnythingElse_IsAnErrorWithTheQuotedForm()
    {
        Assert.Equal("is the number 5; expected a text (write \"5\" in quotes)", GatewayValues.String.Error(Nodes.Number("5")));
        Assert.Equal("is true; expected a text (write \"true\" in quotes)", GatewayValues.String.Error(Nodes.Bool(true)));
        Assert.Equal("is an object; expected a text", GatewayValues.String.Error(Nodes.Object()));
    }

    [Fact]
    public void String_AnyText_ReadsBackEqual() => Gen.String.Sample(text => GatewayValues.String.Read(GatewayValues.String.Write(text)) == text);

    [Theory]
    [InlineData("Month")]
    [InlineData("month")]
    public void Enum_NameInAnyCase_IsRead(string name) => Assert.Equal(GatewayPeriod.Month, GatewayValues.Enum<GatewayPeriod>().Read(name));

    [Fact]
    public void Enum_NoName_SuggestsTheNearestOrListsAll()
    {
        var value = GatewayValues.Enum<GatewayPeriod>();
        Assert.Equal("\"Mounth\" is not known; did you mean \"Month\"?", value.Error("Mounth"));
        Assert.Equal("\"x\" is not known; allowed: Second, Minute, Hour, Day, Month", value.Error("x"));
        Assert.Equal("\"4\" is not known; allowed: Second, Minute, Hour, Day, Month", value.Error("4"));
        Assert.StartsWith("\"Hour, Day\" is not known", value.Error("Hour, Day"), StringComparison.Ordinal);
        Assert.Equal("is the number 4; expected one of Second, Minute, Hour, Day, Month", value.Error(Nodes.Number("4")));
    }

    [Fact]
    public void Enum_EachName_ReadsBackEqual()
    {
        var value = GatewayValues.Enum<GatewayPeriod>();
        Assert.Equal(Enum.GetNames<GatewayPeriod>(), value.Allowed);
        Assert.All(Enum.GetValues<GatewayPeriod>(), period => Assert.Equal(period, value.Read(value.Write(period))));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5001")]
    [InlineData("https://example.com/base/path/")]
    [InlineData("http://[::1]:8080")]
    public void HttpAddress_Absolute_ReadsBackEqual(string text)
    {
        var address = GatewayValues.HttpAddress.Read(text);
        Assert.Equal(new Uri(text), address);
        Assert.Equal(address, GatewayValues.HttpAddress.Read(GatewayValues.HttpAddress.Write(address)));
    }

    [Theory]
    [InlineData("/path", "\"/path\" is not an absolute address such as \"http://127.0.0.1:5001\"")]
    [InlineData("localhost:5001", "\"localhost:5001\" is not an absolute address such as \"http://127.0.0.1:5001\"")]
    [InlineData("http://a:99999", "\"http://a:99999\" is not an absolute address such as \"http://127.0.0.1:5001\"")]
    [InlineData("ftp://example.com", "the scheme \"ftp\" is not allowed; write http or https")]
    [InlineData("ftp://me:secret@example.com", "the scheme \"ftp\" is not allowed; write http or https")]
    [InlineData("http://me:secret@example.com/x", "an address has no user, query or fragment; write \"http://example.com/x\"")]
    [InlineData("http://example.com/x?key=secret#f", "an address has no user, query or fragment; write \"http://example.com/x\"")]
    public void HttpAddress_NotAllowed_SaysWhyWithoutSecrets(string text, string message) =>
        Assert.Equal(message, GatewayValues.HttpAddress.Error(text));

    [Fact]
    public void Code_AnythingWritten_NamesTheType()
    {
        var value = GatewayValues.Code<Func<int>>();
        Func<int> function = () => 1;
        Assert.Same(function, value.Read(value.Write(function)));
        Assert.Equal("can be set in code only, as Func", value.Error("x"));
        Assert.Equal("can be set in code only, as Func", value.Error(GatewayConfigNode.FromCode(new Action(() => { }))));
    }

    [Fact]
    public void Nullable_Value_IsThatOfTheInnerType()
    {
        var value = GatewayValues.Nullable(GatewayValues.Duration);
        Assert.Equal(TimeSpan.FromSeconds(1), value.Read("1s"));
        Assert.Equal(GatewayConfigKind.Null, value.Write(null).Kind);
        Assert.Equal("\"60\" has no unit; write \"60s\", \"1m\" or \"00:01:00\"", value.Error("60"));
        Assert.Equal(GatewayValues.Duration.Expected, value.Expected);
        Assert.Equal(["Second", "Minute", "Hour", "Day", "Month"], GatewayValues.Nullable(GatewayValues.Enum<GatewayPeriod>()).Allowed);
        Assert.Equal(["integer"], GatewayValues.Nullable(GatewayValues.Int32).JsonTypes);
    }

    [Fact]
    public void Node_AnyKind_IsTakenAsWritten()
    {
        var node = Nodes.Object(("a", Nodes.List(Nodes.Null)));
        Assert.Same(node, GatewayValues.Node.Read(node));
        Assert.Same(node, GatewayValues.Node.Write(node));
    }
}
