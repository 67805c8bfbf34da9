using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>
/// Text with values of the request in it: <c>/v2/{rest}</c>, <c>Bearer {claim:token}</c>. Between braces stands a
/// <see cref="GatewayValueReference"/>; a bare name is a route value, <c>{**name}</c> one whose slashes stay in paths; braces
/// themselves are doubled.
/// </summary>
public sealed class GatewayTemplate : IGatewayScalar<GatewayTemplate>, IEquatable<GatewayTemplate>
{
    private readonly string _text;
    private readonly TemplateSegment[] _segments;

    private GatewayTemplate(string text, TemplateSegment[] segments)
    {
        _text = text;
        _segments = segments;
        References = [.. segments.Where(segment => segment.Reference is not null).Select(segment => segment.Reference!).Distinct()];
        Literal = References.Count > 0 ? null : string.Concat(segments.Select(segment => segment.Literal));
    }

    /// <inheritdoc/>
    public static string Expected => "a text with values in braces, such as \"/v2/{id}\" or \"{header:X-Tenant}\"";

    /// <summary>The values that it reads, each once.</summary>
    public GatewayList<GatewayValueReference> References { get; }

    /// <summary>The text that it always gives; null if it reads values.</summary>
    public string? Literal { get; }

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">The text is no template; the message says why and at which column.</exception>
    public static GatewayTemplate Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator GatewayTemplate(string text) => Parse(text);

    /// <inheritdoc/>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out GatewayTemplate value, out string? error)
    {
        value = TemplateParser.TryParse(text, out var segments, out error) ? new(text, segments) : null;
        return value is not null;
    }

    /// <summary>Fills in the values.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="place">Where the text goes.</param>
    /// <param name="text">The text; empty if it is refused.</param>
    public TemplateOutcome Render<TSource>(in TSource source, TemplatePlace place, out string text)
        where TSource : IValueSource
    {
        if (Literal is not null)
        {
            text = Literal;
            return TemplateOutcome.Complete;
        }

        var outcome = TemplateOutcome.Complete;
        var result = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        foreach (var segment in _segments)
        {
            if (segment.Reference is not { } reference)
            {
                result.AppendLiteral(segment.Literal);
                continue;
            }

            var values = reference.Resolve(in source);
            if (values.Count == 0)
                outcome = TemplateOutcome.Missing;
            if (!TemplateEscaping.TryAppend(ref result, segment, Joined(values, place), place, in source))
            {
                outcome = TemplateOutcome.Refused;
                break;
            }
        }

        text = outcome == TemplateOutcome.Refused ? "" : TemplateEscaping.Finish(result.Text, place) ?? "";
        if (text.Length == 0 && !TemplateEscaping.MayBeEmpty(place))
            outcome = TemplateOutcome.Refused;
        result.Clear();
        return outcome;
    }

    /// <summary>Adds errors where the template's own text can't stand in its place, and where it names parts outside of <c>Aggregate</c>.</summary>
    /// <param name="place">Where the text goes.</param>
    /// <param name="node">The node that has the template.</param>
    /// <param name="errors">Gets the errors.</param>
    public void Check(TemplatePlace place, GatewayConfigNode node, GatewayErrors errors)
    {
        foreach (var reference in References)
            reference.Check(node, errors);
        if (TemplateEscaping.Wrong(_segments, place) is { } wrong)
            errors.Add(node, $"\"{node.Reference ?? _text}\": {wrong}");
    }

    /// <summary>The same template with the slashes of some route values kept: those that the route captures with <c>{**name}</c>.</summary>
    /// <param name="names">The names of these route values.</param>
    public GatewayTemplate KeepSlashes(IEnumerable<string> names)
    {
        var known = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        var segments = Array.ConvertAll(_segments, segment => segment.Reference is { Kind: GatewayValueKind.Route } route && known.Contains(route.Name)
            ? segment with { KeepsSlashes = true }
            : segment);
        return segments.AsSpan().SequenceEqual(_segments) ? this : new(string.Concat(segments.Select(Write)), segments);
    }

    /// <inheritdoc/>
    public string ToText() => _text;

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <inheritdoc/>
    public bool Equals(GatewayTemplate? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GatewayTemplate);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    private static string? Joined(StringValues values, TemplatePlace place) => values.Count switch
    {
        0 => null,
        1 => values[0],
        _ => string.Join(place == TemplatePlace.Header ? ", " : ",", (IEnumerable<string?>)values),
    };

    private static string Write(TemplateSegment segment) => segment switch
    {
        { Reference: null } => segment.Literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
        { KeepsSlashes: true } => $"{{**{segment.Reference.Name}}}",
        _ => $"{{{segment.Reference.ToText()}}}",
    };
}
