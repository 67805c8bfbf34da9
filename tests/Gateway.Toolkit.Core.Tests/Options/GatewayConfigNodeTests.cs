using CsCheck;

namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class GatewayConfigNodeTests
{
    [Fact]
    public void Path_NestedNodes_BeginsAtTheRoot()
    {
        var leaf = Nodes.Text("x");
        var root = Nodes.Object(("Routes", Nodes.List(Nodes.Null, Nodes.Object(("Use", leaf)))));
        Assert.Equal("Routes:1:Use", leaf.Path);
        root.AsRoot("Gateway");
        Assert.Equal("Gateway:Routes:1:Use", leaf.Path);
        Assert.Equal("Use", leaf.Name);
    }

    [Fact]
    public void Find_TwoCases_PrefersTheExactOne()
    {
        var node = Nodes.Object(("a", Nodes.Number("1")), ("A", Nodes.Number("2")));
        Assert.Equal("2", node.Find("A")?.Text);
        Assert.Equal("1", Nodes.Object(("a", Nodes.Number("1"))).Find("A")?.Text);
        Assert.Null(node.Find("b"));
        Assert.Same(node, node.At("b"));
        Assert.Null(Nodes.Text("a").Find("a"));
    }

    [Fact]
    public void Object_NameTwice_KeepsTheLastValue()
    {
        var node = Nodes.Object(("a", Nodes.Number("1")), ("b", Nodes.Number("2")), ("a", Nodes.Number("3")));
        Assert.Equal(["a", "b"], node.Members.Select(member => member.Key));
        Assert.Equal("3", node.Find("a")?.Text);
    }

    [Fact]
    public void Equals_SameContentElsewhere_IsTrue()
    {
        var origin = new GatewayConfigOrigin("a.json", 1, 2);
        var node = GatewayConfigNode.String("x", origin);
        Nodes.List(node);
        Assert.True(node.Equals(Nodes.Text("x")));
        Assert.Equal(node.GetHashCode(), Nodes.Text("x").GetHashCode());
    }

    [Fact]
    public void Equals_AnyDifference_IsFalse()
    {
        GatewayConfigNode[] nodes =
        [
            Nodes.Null, Nodes.Text(""), Nodes.Text("1"), Nodes.Number("1"), Nodes.Number("1.0"), Nodes.Text("true"), Nodes.Bool(true), Nodes.Bool(false),
            GatewayConfigNode.String("1", reference: "env:ONE"), Nodes.List(), Nodes.List(Nodes.Null), Nodes.List(Nodes.List()), Nodes.Object(),
            Nodes.Object(("a", Nodes.Null)), Nodes.Object(("A", Nodes.Null)), Nodes.Object(("a", Nodes.Null), ("b", Nodes.Null)),
            Nodes.Object(("b", Nodes.Null), ("a", Nodes.Null)), GatewayConfigNode.FromCode(new object()), GatewayConfigNode.FromCode("1"),
        ];
        for (var i = 0; i < nodes.Length; i++)
        {
            for (var j = 0; j < nodes.Length; j++)
                Assert.Equal(i == j, nodes[i].Equals(nodes[j]));
        }
    }

    [Fact]
    public void Equals_AnyTreeBuiltTwice_IsTrue() => Gen.Int.Sample(seed =>
    {
        var (left, right) = (Tree(new(seed), 4), Tree(new(seed), 4));
        return left.Equals(right) && left.GetHashCode() == right.GetHashCode();
    });

    private static GatewayConfigNode Tree(Random random, int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => Nodes.Null,
        1 => Nodes.Bool(random.Next(2) == 0),
        2 => Nodes.Number($"{random.Next(9)}"),
        3 => Nodes.Text($"{random.Next(9)}"),
        4 => Nodes.List([.. Enumerable.Range(0, random.Next(4)).Select(_ => Tree(random, depth - 1))]),
        _ => Nodes.Object([.. Enumerable.Range(0, random.Next(4)).Select(i => ($"{i}", Tree(random, depth - 1)))]),
    };
}
