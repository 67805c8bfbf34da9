using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Gateway.Toolkit.Routing;

/// <summary>Literal text and parameters in one segment, such as <c>{name}.{extension?}</c>. Parameters further left take more.</summary>
internal sealed class ComplexSegment
{
    private readonly IReadOnlyList<string> _names;
    private readonly Regex _regex;

    public ComplexSegment(RoutePatternPathSegment segment)
    {
        _names = [.. segment.Parts.OfType<RoutePatternParameterPart>().Select(part => part.Name)];
        var whole = Expression(segment.Parts);
        if (segment.Parts[^1] is RoutePatternParameterPart { IsOptional: true })
            whole += "|" + Expression([.. segment.Parts.Take(segment.Parts.Count - 2)]);
        _regex = new(whole, RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Takes the values of the parameters from a segment's text.</summary>
    public bool TryCapture(string text, RouteValueDictionary values)
    {
        var match = _regex.Match(text);
        if (!match.Success)
            return false;
        for (var i = 0; i < _names.Count; i++)
        {
            if (match.Groups[Group(i)] is { Success: true } group)
                values[_names[i]] = group.Value;
        }

        return true;
    }

    private static string Expression(IReadOnlyList<RoutePatternPart> parts)
    {
        var expression = new StringBuilder("^");
        var index = 0;
        foreach (var part in parts)
        {
            expression.Append(part switch
            {
                RoutePatternLiteralPart literal => Regex.Escape(literal.Content),
                RoutePatternSeparatorPart separator => Regex.Escape(separator.Content),
                _ => $"(?<{Group(index++)}>.+)",
            });
        }

        return expression.Append('$').ToString();
    }

    private static string Group(int index) => string.Create(CultureInfo.InvariantCulture, $"p{index}");
}
