namespace Gateway.Toolkit;

internal sealed class NodeValue : GatewayValue<GatewayConfigNode>
{
    public override string Expected => "any value";

    public override IReadOnlyList<string> JsonTypes { get; } = ["object", "array", "string", "number", "boolean"];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out GatewayConfigNode value)
    {
        value = node;
        return true;
    }

    public override GatewayConfigNode Write(GatewayConfigNode value) => value;
}
