using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gateway.Toolkit;

/// <summary>Reads the text of a template into its segments. Errors name the column, from 1.</summary>
internal static class TemplateParser
{
    private static readonly SearchValues<char> _notInNames = SearchValues.Create("/?*:=# ");

    public static bool TryParse(string text, [NotNullWhen(true)] out TemplateSegment[]? segments, out string? error)
    {
        var found = new List<TemplateSegment>();
        var literal = new StringBuilder();
        segments = null;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is not ('{' or '}'))
            {
                literal.Append(character);
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == character)
            {
                literal.Append(character);
                i++;
                continue;
            }

            if (character == '}')
            {
                error = $"\"}}\" at column {i + 1} closes nothing; a brace in text is written \"}}}}\"";
                return false;
            }

            var end = text.AsSpan(i + 1).IndexOfAny('{', '}');
            if (end < 0 || text[i + 1 + end] == '{')
            {
                error = $"\"{{\" at column {i + 1} is not closed; a brace in text is written \"{{{{\"";
                return false;
            }

            var hole = text.Substring(i + 1, end);
            if (!TryParseHole(hole, out var segment, out error))
            {
                error = $"{{{hole}}} at column {i + 1}: {error}";
                return false;
            }

            Flush();
            found.Add(segment);
            i += end + 1;
        }

        Flush();
        segments = [.. found];
        error = null;
        return true;

        void Flush()
        {
            if (literal.Length > 0)
                found.Add(new(literal.ToString(), null, KeepsSlashes: false));
            literal.Clear();
        }
    }

    private static bool TryParseHole(string hole, out TemplateSegment segment, out string? error)
    {
        segment = default;
        error = null;
        if (hole.Length == 0)
        {
            error = "names no value; a route value is written {name}";
            return false;
        }

        var keepsSlashes = hole.StartsWith("**", StringComparison.Ordinal);
        var reference = keepsSlashes ? RouteValue(hole[2..]) : GatewayValueReference.Fact(hole);
        if (reference is null && !keepsSlashes)
        {
            if (hole.Contains(':', StringComparison.Ordinal))
            {
                if (!GatewayValueReference.TryParse(hole, out reference, out error))
                {
                    error += "; a route value is written {name}, without constraints";
                    return false;
                }
            }
            else
            {
                reference = hole.AsSpan().ContainsAny('/', '#') ? GatewayValueReference.Part(hole) : RouteValue(hole);
            }
        }

        if (reference is null)
            error = "is no value; a route value is written {name}, one with slashes {**name}";
        else
            segment = new("", reference, keepsSlashes);
        return reference is not null;
    }

    private static GatewayValueReference? RouteValue(string name) =>
        name.Length == 0 || name.AsSpan().ContainsAny(_notInNames) ? null : new(GatewayValueKind.Route, name);
}
