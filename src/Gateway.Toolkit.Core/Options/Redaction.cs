namespace Gateway.Toolkit;

/// <summary>Writes options as nodes in which secrets are <c>***</c>.</summary>
internal static class Redaction
{
    public static GatewayConfigNode Apply(GatewayValue value, object options) => Strip(value.WriteObject(options));

    private static GatewayConfigNode Strip(GatewayConfigNode node) => node.Kind switch
    {
        GatewayConfigKind.Code when node.Value is GatewaySecret => GatewayConfigNode.String("***"),
        GatewayConfigKind.Array => GatewayConfigNode.Array(node.Items.Select(Strip), node.Origin),
        GatewayConfigKind.Object => GatewayConfigNode.Object(
            node.Members.Select(member => KeyValuePair.Create(member.Key, Strip(member.Value))), node.Origin),
        _ => node,
    };
}
