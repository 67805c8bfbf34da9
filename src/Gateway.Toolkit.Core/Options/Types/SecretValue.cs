namespace Gateway.Toolkit;

internal sealed class SecretValue : GatewayValue<GatewaySecret>
{
    public override string Expected => "a secret, best as \"file:PATH\" or \"env:NAME\"";

    public override bool IsSecret => true;

    public override IReadOnlyList<string> JsonTypes { get; } = ["string"];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out GatewaySecret value)
    {
        value = node.Value as GatewaySecret ?? new GatewaySecret(node.Text ?? "");
        if (node.Value is GatewaySecret || node.Kind == GatewayConfigKind.String)
            return true;

        // The text itself must not be part of the message.
        errors.Add(node, $"is no text; expected {Expected}");
        return false;
    }

    public override GatewayConfigNode Write(GatewaySecret value) => GatewayConfigNode.FromCode(value);
}
