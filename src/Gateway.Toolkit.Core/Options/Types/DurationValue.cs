namespace Gateway.Toolkit;

internal sealed class DurationValue : GatewayValue<TimeSpan>
{
    public override string Expected => "a duration such as \"250ms\", \"10s\", \"5m\", \"1h\", \"2d\" or \"00:01:30\"";

    public override IReadOnlyList<string> JsonTypes { get; } = ["string"];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out TimeSpan value)
    {
        value = default;
        if (node.Kind is not (GatewayConfigKind.String or GatewayConfigKind.Number))
        {
            errors.Add(node, ValueErrors.WrongKind(node, Expected));
            return false;
        }

        if (GatewayDuration.TryParse(node.Text!, out value, out var error))
            return true;
        errors.Add(node, error ?? ValueErrors.NotA(node, Expected));
        return false;
    }

    public override GatewayConfigNode Write(TimeSpan value) => GatewayConfigNode.String(GatewayDuration.ToText(value));
}
