using CsCheck;

namespace Gateway.Toolkit.Core.Tests.Configuration;

public class ConfigMergeProperties
{
    // The kind of a value follows from its key, as it does in a configuration that keeps to one form of each key.
    private static readonly Gen<GatewayConfigNode> _trees = Object(3).Select(node => node.AsRoot("Gateway"));

    [Fact]
    public void Merge_WithItself_IsItself() =>
        _trees.Sample(tree => Merge(tree, tree).Equals(Merge(tree)));

    [Fact]
    public void Merge_WithNothing_IsItself() =>
        _trees.Sample(tree => Merge(GatewayConfigNode.Object([]).AsRoot("Gateway"), tree).Equals(tree));

    [Fact]
    public void Merge_InAnyGrouping_IsTheSame() => Gen.Select(_trees, _trees, _trees).Sample((x, y, z) =>
    {
        var left = Merge(Merge(x, y), z);
        return left.Equals(Merge(x, Merge(y, z))) && left.Equals(Merge(x, y, z));
    });

    [Fact]
    public void Merge_AnyLayers_KeepsEveryPath() => Gen.Select(_trees, _trees, _trees).Sample((x, y, z) =>
        Json.All(Merge(x, y, z)).All(item => item.Path == item.Node.Path));

    [Fact]
    public void Reader_OfPrintedTree_GivesTheTree() => _trees.Sample(tree =>
        Json.Node(new EffectiveConfigWriter(TestShape.Instance).Text(tree)).Equals(tree));

    private static GatewayConfigNode Merge(params GatewayConfigNode[] layers)
    {
        var errors = new GatewayErrors();
        var merged = ConfigMerge.Merge([.. layers.Select(layer => (layer, false))], null, errors);
        Assert.Empty(errors.Items);
        return merged;
    }

    private static Gen<GatewayConfigNode> Object(int depth) => Gen.OneOf(
            Member("text", Gen.String.Where(text => !text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD)).Select(text => GatewayConfigNode.String(text))),
            Member("number", Gen.Int.Select(number => GatewayConfigNode.Number($"{number}"))),
            Member("switch", Gen.Bool.Select(value => GatewayConfigNode.Boolean(value))),
            Member("list", Gen.Int[0, 9].Select(number => GatewayConfigNode.Number($"{number}")).Array[0, 3].Select(items => GatewayConfigNode.Array(items))),
            depth == 0 ? Member("switch", Gen.Const(true).Select(value => GatewayConfigNode.Boolean(value))) : Member("object", Object(depth - 1)))
        .Array[0, 5].Select(members => GatewayConfigNode.Object(members.DistinctBy(member => member.Key)));

    private static Gen<KeyValuePair<string, GatewayConfigNode>> Member(string kind, Gen<GatewayConfigNode> value) =>
        Gen.Select(Gen.Int[1, 3], value, (number, node) => KeyValuePair.Create($"{kind}{number}", node));
}
