namespace Gateway.Toolkit;

internal sealed class ScalarValue<T> : GatewayValue<T>
    where T : IGatewayScalar<T>
{
    public static ScalarValue<T> Instance { get; } = new();

    public override string Expected => T.Expected;

    public override IReadOnlyList<string> JsonTypes { get; } = T.IsFreeText ? ["string", "number", "boolean"] : ["string"];

    internal override bool IsFreeText => T.IsFreeText;

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out T value)
    {
        value = default!;
        if (!node.IsScalar)
        {
            errors.Add(node, ValueErrors.WrongKind(node, Expected));
            return false;
        }

        if (T.TryParse(node.Text!, out var parsed, out var error))
        {
            value = parsed;
            return true;
        }

        errors.Add(node, error ?? ValueErrors.NotA(node, Expected));
        return false;
    }

    public override GatewayConfigNode Write(T value) => GatewayConfigNode.String(value.ToText());
}
