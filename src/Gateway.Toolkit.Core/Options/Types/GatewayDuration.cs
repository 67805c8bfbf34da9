using System.Globalization;

namespace Gateway.Toolkit;

/// <summary>Durations as the configuration writes them: <c>250ms</c>, <c>10s</c>, <c>5m</c>, <c>1h</c>, <c>2d</c>, <c>hh:mm:ss</c>.</summary>
public static class GatewayDuration
{
    private static readonly (string Unit, long Ticks)[] _units =
    [
        ("ms", TimeSpan.TicksPerMillisecond), ("s", TimeSpan.TicksPerSecond), ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour), ("d", TimeSpan.TicksPerDay),
    ];

    /// <summary>Reads a duration; it is never negative.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="value">The duration, if the text is one.</param>
    /// <param name="error">What to write instead, if something more than "not a duration" can be said.</param>
    public static bool TryParse(string text, out TimeSpan value, out string? error)
    {
        value = default;
        error = null;
        if (text.Contains(':', StringComparison.Ordinal))
            return TryParseClock(text, out value, out error);

        foreach (var (unit, ticks) in _units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal) || !Number(text.AsSpan(0, text.Length - unit.Length), out var number))
                continue;
            if (number > decimal.Divide(TimeSpan.MaxValue.Ticks, ticks))
            {
                error = $"\"{text}\" is too long";
                return false;
            }

            value = new TimeSpan((long)(number * ticks));
            return true;
        }

        if (Number(text, out var bare))
            error = $"\"{text}\" has no unit; write {Examples(bare)}";
        return false;
    }

    /// <summary>The shortest text that reads back to the same duration.</summary>
    public static string ToText(TimeSpan value)
    {
        foreach (var (unit, ticks) in _units.AsEnumerable().Reverse())
        {
            if (value.Ticks != 0 && value.Ticks % ticks == 0)
                return (value.Ticks / ticks).ToString(CultureInfo.InvariantCulture) + unit;
        }

        return value.Ticks == 0
            ? "0s"
            : ((decimal)value.Ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture) + "ms";
    }

    private static bool TryParseClock(string text, out TimeSpan value, out string? error)
    {
        error = null;
        if (TimeSpan.TryParseExact(text, [@"hh\:mm\:ss", @"h\:mm\:ss", @"hh\:mm\:ss\.FFFFFFF"], CultureInfo.InvariantCulture, out value))
            return true;
        error = $"\"{text}\" is not hh:mm:ss below a day; write days with a unit, such as \"2d\"";
        return false;
    }

    private static bool Number(ReadOnlySpan<char> text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    // 60 → "60s", "1m" or "00:01:00"
    private static string Examples(decimal number)
    {
        if (number is <= 0 or >= 86_400 || decimal.Truncate(number) != number)
            return $"\"{number.ToString(CultureInfo.InvariantCulture)}s\" for seconds or \"{number.ToString(CultureInfo.InvariantCulture)}ms\" for milliseconds";
        var span = TimeSpan.FromSeconds((double)number);
        var seconds = $"\"{number.ToString(CultureInfo.InvariantCulture)}s\"";
        var shortest = $"\"{ToText(span)}\"";
        var clock = $"\"{span.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture)}\"";
        return shortest == seconds ? $"{seconds} or {clock}" : $"{seconds}, {shortest} or {clock}";
    }
}
