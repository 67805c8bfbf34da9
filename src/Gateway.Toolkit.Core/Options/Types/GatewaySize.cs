using System.Globalization;

namespace Gateway.Toolkit;

/// <summary>A number of bytes, written with a 1024-based unit: <c>512B</c>, <c>64KB</c>, <c>10MB</c>, <c>1GB</c>.</summary>
/// <param name="Bytes">The number of bytes.</param>
public readonly record struct GatewaySize(long Bytes) : IGatewayScalar<GatewaySize>, IComparable<GatewaySize>, IComparable
{
    private static readonly (string Unit, long Bytes)[] _units =
        [("TB", 1L << 40), ("GB", 1L << 30), ("MB", 1L << 20), ("KB", 1L << 10), ("B", 1)];

    /// <inheritdoc/>
    public static string Expected => "a size such as \"64KB\" or \"10MB\"";

    /// <inheritdoc/>
    public static bool TryParse(string text, out GatewaySize value, out string? error)
    {
        value = default;
        error = null;
        foreach (var (unit, bytes) in _units)
        {
            if (!text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) || !Number(text[..^unit.Length].TrimEnd(), out var number))
                continue;
            if (number > decimal.Divide(long.MaxValue, bytes))
            {
                error = $"\"{text}\" is too large";
                return false;
            }

            value = new((long)(number * bytes));
            return true;
        }

        if (Number(text, out _))
            error = $"\"{text}\" has no unit; write \"{text}B\", \"{text}KB\" or \"{text}MB\"";
        return false;
    }

    /// <inheritdoc/>
    public string ToText()
    {
        foreach (var (unit, bytes) in _units)
        {
            if (Bytes != 0 && Bytes % bytes == 0)
                return (Bytes / bytes).ToString(CultureInfo.InvariantCulture) + unit;
        }

        return "0B";
    }

    /// <inheritdoc/>
    public int CompareTo(GatewaySize other) => Bytes.CompareTo(other.Bytes);

    int IComparable.CompareTo(object? obj) => obj is GatewaySize other ? CompareTo(other) : 1;

    /// <summary>Whether one size is below another.</summary>
    public static bool operator <(GatewaySize left, GatewaySize right) => left.Bytes < right.Bytes;

    /// <summary>Whether one size is above another.</summary>
    public static bool operator >(GatewaySize left, GatewaySize right) => left.Bytes > right.Bytes;

    /// <summary>Whether one size is at most another.</summary>
    public static bool operator <=(GatewaySize left, GatewaySize right) => left.Bytes <= right.Bytes;

    /// <summary>Whether one size is at least another.</summary>
    public static bool operator >=(GatewaySize left, GatewaySize right) => left.Bytes >= right.Bytes;

    /// <inheritdoc/>
    public override string ToString() => ToText();

    private static bool Number(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
