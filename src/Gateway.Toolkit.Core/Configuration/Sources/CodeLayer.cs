namespace Gateway.Toolkit;

/// <summary>What code set: fixed for the app's life.</summary>
internal sealed class CodeLayer(GatewayConfigNode node) : ConfigLayer
{
    private readonly GatewayConfigNode _node = Copy(node).AsRoot("Gateway");

    public override string Name => GatewayConfigOrigin.Code.Source;

    protected override GatewayConfigNode Read(GatewayErrors errors) => _node;

    // Code may put one node in two places; a path belongs to one.
    private static GatewayConfigNode Copy(GatewayConfigNode node) => node.Kind switch
    {
        GatewayConfigKind.Object => GatewayConfigNode.Object(
            node.Members.Select(member => KeyValuePair.Create(member.Key, Copy(member.Value))), node.Origin),
        GatewayConfigKind.Array => GatewayConfigNode.Array(node.Items.Select(Copy), node.Origin),
        GatewayConfigKind.String => GatewayConfigNode.String(node.Text!, node.Origin, node.IsTextOnly, node.Reference),
        GatewayConfigKind.Number => GatewayConfigNode.Number(node.Text!, node.Origin),
        GatewayConfigKind.Boolean => GatewayConfigNode.Boolean(node.Text == "true", node.Origin),
        GatewayConfigKind.Code => GatewayConfigNode.FromCode(node.Value!),
        _ => GatewayConfigNode.Null(node.Origin),
    };
}
