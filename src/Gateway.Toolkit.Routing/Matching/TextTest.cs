using System.Text.RegularExpressions;

namespace Gateway.Toolkit.Routing;

/// <summary>What one value has to be: the texts of a <see cref="MatchCondition"/>.</summary>
internal sealed class TextTest
{
    private readonly StringComparison _comparison;
    private readonly string[] _exact;
    private readonly string[] _prefixes;
    private readonly string[] _suffixes;
    private readonly string[] _parts;
    private readonly Regex[] _expressions;

    private TextTest(MatchCondition condition, bool ignoreCase)
    {
        _comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        _exact = Texts(condition.Exact);
        _prefixes = Texts(condition.Prefix);
        _suffixes = Texts(condition.Suffix);
        _parts = Texts(condition.Contains);
        _expressions = [.. condition.Regex.Select(text => Expression(text.Text, ignoreCase))];
    }

    /// <summary>Makes the test; null if the condition has no texts.</summary>
    public static TextTest? Of(MatchCondition condition, bool ignoreCase) =>
        condition.Exact.Count + condition.Prefix.Count + condition.Suffix.Count + condition.Contains.Count + condition.Regex.Count == 0
            ? null
            : new(condition, ignoreCase);

    /// <summary>Makes a regular expression whose time is linear to the text.</summary>
    /// <exception cref="ArgumentException">The text is no regular expression.</exception>
    /// <exception cref="NotSupportedException">It can't run without backtracking.</exception>
    public static Regex Expression(string text, bool ignoreCase) =>
        new(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));

    /// <summary>Whether a value meets every key, each by one of its texts.</summary>
    public bool Passes(ReadOnlySpan<char> value) =>
        IsExact(value) && HasPrefix(value) && HasSuffix(value) && HasPart(value) && HasExpression(value);

    private bool IsExact(ReadOnlySpan<char> value)
    {
        foreach (var text in _exact)
        {
            if (value.Equals(text, _comparison))
                return true;
        }

        return _exact.Length == 0;
    }

    private bool HasPrefix(ReadOnlySpan<char> value)
    {
        foreach (var text in _prefixes)
        {
            if (value.StartsWith(text, _comparison))
                return true;
        }

        return _prefixes.Length == 0;
    }

    private bool HasSuffix(ReadOnlySpan<char> value)
    {
        foreach (var text in _suffixes)
        {
            if (value.EndsWith(text, _comparison))
                return true;
        }

        return _suffixes.Length == 0;
    }

    private bool HasPart(ReadOnlySpan<char> value)
    {
        foreach (var text in _parts)
        {
            if (value.Contains(text, _comparison))
                return true;
        }

        return _parts.Length == 0;
    }

    private bool HasExpression(ReadOnlySpan<char> value)
    {
        foreach (var expression in _expressions)
        {
            if (expression.IsMatch(value))
                return true;
        }

        return _expressions.Length == 0;
    }

    private static string[] Texts(GatewayList<GatewayText> texts) => [.. texts.Select(text => text.Text)];
}
