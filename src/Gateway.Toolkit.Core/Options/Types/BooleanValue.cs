namespace Gateway.Toolkit;

internal sealed class BooleanValue : GatewayValue<bool>
{
    public override string Expected => "true or false";

    public override IReadOnlyList<string> JsonTypes { get; } = ["boolean"];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out bool value)
    {
        value = false;
        if (node.Kind == GatewayConfigKind.Boolean || (node.IsTextOnly && bool.TryParse(node.Text, out _)))
        {
            value = bool.Parse(node.Text!);
            return true;
        }

        var quoted = node.Kind == GatewayConfigKind.String && bool.TryParse(node.Text, out _);
        errors.Add(node, ValueErrors.WrongKind(node, Expected, quoted ? "write it without quotes" : null));
        return false;
    }

    public override GatewayConfigNode Write(bool value) => GatewayConfigNode.Boolean(value);
}
