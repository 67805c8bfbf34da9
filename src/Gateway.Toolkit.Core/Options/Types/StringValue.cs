namespace Gateway.Toolkit;

internal sealed class StringValue : GatewayValue<string>
{
    public override string Expected => "a text";

    public override IReadOnlyList<string> JsonTypes { get; } = ["string"];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out string value)
    {
        value = node.Text ?? "";
        if (node.Kind == GatewayConfigKind.String)
            return true;
        errors.Add(node, ValueErrors.WrongKind(node, Expected, node.IsScalar ? $"write \"{node.Text}\" in quotes" : null));
        return false;
    }

    public override GatewayConfigNode Write(string value) => GatewayConfigNode.String(value);
}
