using CsCheck;

namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class ContainerValueTests
{
    private static readonly GatewayValue<GatewayList<string>> _texts = GatewayValues.List(GatewayValues.String);
    private static readonly GatewayValue<GatewayMap<int>> _numbers = GatewayValues.Map(GatewayValues.Int32);

    [Theory]
    [InlineData("GET,POST", new[] { "GET", "POST" })]
    [InlineData(" GET , POST ,", new[] { "GET", "POST" })]
    [InlineData("GET", new[] { "GET" })]
    [InlineData("", new string[0])]
    public void List_OneText_IsSplitAtCommas(string text, string[] expected) => Assert.Equal(expected, _texts.Read(text));

    [Fact]
    public void List_TextsInAnArray_KeepTheirCommas() => Assert.Equal(["a,b", "c"], _texts.Read(Nodes.List(Nodes.Text("a,b"), Nodes.Text("c"))));

    [Fact]
    public void List_OneElement_NeedsNoBrackets()
    {
        Assert.Equal([5], GatewayValues.List(GatewayValues.Int32).Read(Nodes.Number("5")));
        Assert.Equal([[5]], GatewayValues.List(GatewayValues.List(GatewayValues.Int32)).Read(Nodes.Number("5")));
        Assert.Equal([GatewayMap<int>.Empty], GatewayValues.List(_numbers).Read(Nodes.Object()));
    }

    [Fact]
    public void List_TextOfNumbers_IsReadAsNumbers() => Assert.Equal([1, 2], GatewayValues.List(GatewayValues.Int32).Read("1, 2"));

    [Fact]
    public void List_WrongElements_AreNamedByTheirIndex()
    {
        var value = GatewayValues.List(GatewayValues.Int32);
        Assert.Equal(
            ["K:0: is true; expected a whole number", "K:2: \"1.5\" is not a whole number"],
            value.Errors(Nodes.List(Nodes.Bool(true), Nodes.Number("1"), Nodes.Number("1.5"))));
        Assert.Equal(["K:1: \"x\" is not a whole number"], value.Errors(Nodes.Text("1,x")));
        Assert.Equal("is null; expected a list, each a whole number", value.Error(Nodes.Null));
    }

    [Fact]
    public void List_AnyTexts_ReadBackEqual() => Gen.String.Array.Sample(texts =>
    {
        var list = GatewayList.Create<string>(texts);
        return _texts.Read(_texts.Write(list)).Equals(list);
    });

    [Fact]
    public void List_Equality_IsThatOfElementsInOrder()
    {
        GatewayList<string> list = ["a", "b"];
        Assert.Equal(["a", "b"], list);
        Assert.True(list.Equals((GatewayList<string>)["a", "b"]));
        Assert.Equal(list.GetHashCode(), ((GatewayList<string>)["a", "b"]).GetHashCode());
        Assert.False(list.Equals((GatewayList<string>)["b", "a"]));
        Assert.False(list.Equals((GatewayList<string>)["a"]));
        Assert.Equal(2, list.Count);
        Assert.Equal("b", list[1]);
        Assert.Equal("a, b", list.ToString());
    }

    [Fact]
    public void Map_Members_KeepTheirOrderAndAreFoundInAnyCase()
    {
        var map = _numbers.Read(Nodes.Object(("b", Nodes.Number("1")), ("A", Nodes.Number("2")), ("a", Nodes.Number("3"))));
        Assert.Equal(["b", "A", "a"], map.Keys);
        Assert.Equal([1, 2, 3], map.Values);
        Assert.Equal((1, 2, 3), (map["B"], map["A"], map["a"]));
        Assert.False(map.ContainsKey("c"));
        Assert.Throws<KeyNotFoundException>(() => map["c"]);
    }

    [Fact]
    public void Map_WrongValues_AreNamedByTheirKey()
    {
        Assert.Equal(["K:a: is a text; expected a whole number"], _numbers.Errors(Nodes.Object(("a", Nodes.Text("x")), ("b", Nodes.Number("1")))));
        Assert.Equal("is a text; expected an object of names, each a whole number", _numbers.Error("x"));
    }

    [Fact]
    public void Map_NameTwice_IsRefusedInCode() =>
        Assert.Throws<ArgumentException>(() => new GatewayMap<int>([new("a", 1), new("a", 2)]));

    [Fact]
    public void Map_AnyMembers_ReadBackEqual() => Gen.Dictionary(Gen.String, Gen.Int).Sample(members =>
    {
        var map = new GatewayMap<int>(members);
        return _numbers.Read(_numbers.Write(map)).Equals(map);
    });

    [Fact]
    public void Map_Equality_IsThatOfMembersInOrder()
    {
        var map = new GatewayMap<int>([new("a", 1), new("b", 2)]);
        Assert.True(map.Equals(new GatewayMap<int>([new("a", 1), new("b", 2)])));
        Assert.Equal(map.GetHashCode(), new GatewayMap<int>([new("a", 1), new("b", 2)]).GetHashCode());
        Assert.False(map.Equals(new GatewayMap<int>([new("b", 2), new("a", 1)])));
        Assert.False(map.Equals(new GatewayMap<int>([new("a", 1), new("b", 3)])));
        Assert.False(map.Equals(new GatewayMap<int>([new("a", 1)])));
        Assert.Equal("a = 1, b = 2", map.ToString());
    }
}
