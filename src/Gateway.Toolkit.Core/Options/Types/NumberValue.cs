using System.Globalization;
using System.Numerics;

namespace Gateway.Toolkit;

internal sealed class NumberValue<T>(string expected) : GatewayValue<T>
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public override string Expected => expected;

    public override IReadOnlyList<string> JsonTypes { get; } = [typeof(T) == typeof(double) ? "number" : "integer"];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out T value)
    {
        value = default;
        if (node.Kind != GatewayConfigKind.Number && !node.IsTextOnly)
        {
            errors.Add(node, ValueErrors.WrongKind(node, expected, Parse(node.Text, out _) ? "write it without quotes" : null));
            return false;
        }

        if (Parse(node.Text, out value) && T.IsFinite(value))
            return true;
        var isWhole = decimal.TryParse(node.Text, Styles, CultureInfo.InvariantCulture, out var number) && decimal.IsInteger(number);
        errors.Add(node, isWhole ? $"\"{node.Text}\" is out of range; allowed: from {T.MinValue} to {T.MaxValue}" : ValueErrors.NotA(node, expected));
        return false;
    }

    public override GatewayConfigNode Write(T value) => GatewayConfigNode.Number(value.ToString(null, CultureInfo.InvariantCulture));

    private static bool Parse(string? text, out T value) =>
        T.TryParse(text, Styles, CultureInfo.InvariantCulture, out value);
}
