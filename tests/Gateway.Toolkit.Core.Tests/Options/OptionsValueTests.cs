namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class OptionsValueTests
{
    private static readonly GatewayValue<SampleOptions> _sample = GatewayValues.Options<SampleOptions>();
    private static readonly GatewayValue<SwitchOptions> _switch = GatewayValues.Options<SwitchOptions>();

    [Fact]
    public void Object_KeysInAnyCase_AreRead() =>
        Assert.Equal(
            new() { Path = "p", Tries = 5, Timeout = TimeSpan.FromSeconds(1) },
            _sample.Read(Nodes.Object(("path", Nodes.Text("p")), ("TRIES", Nodes.Number("5")), ("Timeout", Nodes.Text("1s")))));

    [Fact]
    public void Object_NullMember_IsTheDefault() =>
        Assert.Equal(new() { Path = "p" }, _sample.Read(Nodes.Object(("Path", Nodes.Text("p")), ("Tries", Nodes.Null))));

    [Fact]
    public void Object_OwnNotes_AreAllowed() =>
        Assert.Equal(new() { Path = "p" }, _sample.Read(Nodes.Object(("Path", Nodes.Text("p")), ("x-owner", Nodes.Text("team")))));

    [Fact]
    public void Object_UnknownKeys_AreErrorsWithSuggestions() =>
        Assert.Equal(
            [
                "K:Tris: unknown key; did you mean \"Tries\"?",
                "K:Zebra: unknown key; allowed: Path, Tries, Timeout, Size, Period, Weights, Parts, Key, OnDone",
            ],
            _sample.Errors(Nodes.Object(("Path", Nodes.Text("p")), ("Tris", Nodes.Number("1")), ("Zebra", Nodes.Null))));

    [Fact]
    public void Object_KeyInTwoCases_IsAnError() =>
        Assert.Equal(
            ["K:path: is given twice, in different case"],
            _sample.Errors(Nodes.Object(("Path", Nodes.Text("p")), ("path", Nodes.Text("q")))));

    [Fact]
    public void Object_AllThatIsWrong_IsReportedAtOnce() =>
        Assert.Equal(
            [
                "K:Path: is missing; expected a text",
                "K:Tries: \"11\" is out of range; allowed: from 1 to 10",
                "K:Timeout: \"60\" has no unit; write \"60s\", \"1m\" or \"00:01:00\"",
                "K:Size: \"2MB\" is out of range; allowed: 1MB or less",
                "K:Weights:a: \"1.5\" is not a whole number",
                "K:Parts:0:Tries: \"0\" is out of range; allowed: from 1 to 10",
            ],
            _sample.Errors(Nodes.Object(
                ("Tries", Nodes.Number("11")),
                ("Timeout", Nodes.Number("60")),
                ("Size", Nodes.Text("2MB")),
                ("Weights", Nodes.Object(("a", Nodes.Number("1.5")))),
                ("Parts", Nodes.List(Nodes.Object(("Path", Nodes.Text("p")), ("Tries", Nodes.Number("0"))))))));

    [Theory]
    [InlineData("1ms", true)]
    [InlineData("0s", false)]
    public void Range_Nullable_BoundsTheValue(string timeout, bool isAllowed)
    {
        var node = Nodes.Object(("Path", Nodes.Text("p")), ("Timeout", Nodes.Text(timeout)));
        if (isAllowed)
            Assert.Equal(TimeSpan.FromMilliseconds(1), _sample.Read(node).Timeout);
        else
            Assert.Equal(["K:Timeout: \"0s\" is out of range; allowed: 1ms or more"], _sample.Errors(node));
    }

    [Fact]
    public void ShortForm_Text_StandsForItsKey()
    {
        Assert.Equal(new() { Path = "p" }, _sample.Read("p"));
        Assert.Equal(new() { Path = "true" }, _sample.Read("true"));
        Assert.Equal(["K: is the number 5; expected a text (write \"5\" in quotes)"], _sample.Errors(Nodes.Number("5")));
    }

    [Fact]
    public void ShortForm_NodeItself_IsLeftAsItWas()
    {
        var node = Nodes.Text("p");
        _sample.Read(node);
        Assert.Equal("K", node.Path);
    }

    [Fact]
    public void True_Options_AreTheDefaults()
    {
        Assert.Equal(["K:Path: is missing; expected a text"], _sample.Errors(Nodes.Bool(true)));
        Assert.Equal(["K:Path: is missing; expected a text"], _sample.Errors(Nodes.Variable("True")));
        Assert.Equal(new() { On = true }, _switch.Read(Nodes.Bool(true)));
        Assert.Equal(new() { On = false }, _switch.Read(Nodes.Bool(false)));
    }

    [Fact]
    public void Null_Options_IsAnError() => Assert.Equal("is null; expected a text, or an object", _sample.Error(Nodes.Null));

    [Fact]
    public void Code_Record_KeepsToTheSameRanges()
    {
        var options = new SampleOptions { Path = "p", Parts = [new() { Path = "q" }], Key = new("s"), OnDone = () => { } };
        Assert.Equal(options, _sample.Read(GatewayConfigNode.FromCode(options)));
        Assert.Equal(
            ["K:Tries: \"11\" is out of range; allowed: from 1 to 10"],
            _sample.Errors(GatewayConfigNode.FromCode(options with { Tries = 11 })));
        Assert.Equal(
            ["K:Parts:0:Tries: \"0\" is out of range; allowed: from 1 to 10"],
            _sample.Errors(GatewayConfigNode.FromCode(options with { Parts = [new() { Path = "q", Tries = 0 }] })));
    }

    [Fact]
    public void Write_Options_HasRequiredKeysAndThoseThatDiffer()
    {
        Assert.Equal(Nodes.Object(("Path", Nodes.Text(""))), _sample.Write(new()));
        Assert.Equal(
            Nodes.Object(("Path", Nodes.Text("")), ("Tries", Nodes.Number("4")), ("Timeout", Nodes.Text("1m"))),
            _sample.Write(new() { Tries = 4, Timeout = TimeSpan.FromMinutes(1) }));
    }

    [Fact]
    public void SameIdentity_OnlyKeysWithoutIdentity_MayDiffer()
    {
        var options = new SampleOptions { Path = "p", Parts = [new() { Path = "q" }] };
        Assert.True(_sample.SameIdentity(options, options with { Timeout = TimeSpan.FromSeconds(1) }));
        Assert.True(_sample.SameIdentity(options, options with { Parts = [new() { Path = "q", Timeout = TimeSpan.FromSeconds(1) }] }));
        Assert.False(_sample.SameIdentity(options, options with { Parts = [new() { Path = "r" }] }));
        Assert.False(_sample.SameIdentity(options, options with { Tries = 4 }));
        Assert.False(_sample.SameIdentity(options, null));
        Assert.True(_switch.SameIdentity(new SwitchOptions { Sample = options }, new SwitchOptions { Sample = options with { Timeout = TimeSpan.Zero } }));
    }

    [Fact]
    public void Expected_Options_NamesTheShortForm()
    {
        Assert.Equal("a text, or an object", _sample.Expected);
        Assert.Equal("true or false, or an object", _switch.Expected);
        Assert.Equal(["string", "object", "boolean"], _sample.JsonTypes);
        Assert.Equal(["boolean", "object"], _switch.JsonTypes);
    }
}
