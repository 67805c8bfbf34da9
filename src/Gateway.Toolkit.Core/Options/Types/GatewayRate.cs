using System.Globalization;

namespace Gateway.Toolkit;

/// <summary>A number of units in a period, written <c>100/s</c>, <c>10/m</c>, <c>5/h</c>, <c>1000/day</c>, <c>1/month</c>.</summary>
/// <param name="Count">How many.</param>
/// <param name="Per">In which period.</param>
public readonly record struct GatewayRate(long Count, GatewayPeriod Per) : IGatewayScalar<GatewayRate>
{
    /// <inheritdoc/>
    public static string Expected => "a rate such as \"100/s\" or \"10/m\"";

    /// <inheritdoc/>
    public static bool TryParse(string text, out GatewayRate value, out string? error)
    {
        value = default;
        error = null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                error = $"\"{text}\" has no period; write \"{text}/s\", \"{text}/m\", \"{text}/h\" or \"{text}/day\"";
            return false;
        }

        if (!long.TryParse(text.AsSpan(0, slash).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        var period = text[(slash + 1)..].Trim();
        foreach (var known in Enum.GetValues<GatewayPeriod>())
        {
            if (period == Text(known))
            {
                value = new(count, known);
                return true;
            }
        }

        error = $"\"{period}\" is no period; allowed: s, m, h, day, month";
        return false;
    }

    /// <inheritdoc/>
    public string ToText() => $"{Count.ToString(CultureInfo.InvariantCulture)}/{Text(Per)}";

    /// <inheritdoc/>
    public override string ToString() => ToText();

    private static string Text(GatewayPeriod period) => period switch
    {
        GatewayPeriod.Second => "s",
        GatewayPeriod.Minute => "m",
        GatewayPeriod.Hour => "h",
        GatewayPeriod.Day => "day",
        _ => "month",
    };
}
