using System.Runtime.CompilerServices;

namespace Gateway.Toolkit;

/// <summary>
/// Keeps values in their place. A value is escaped on its own, then the whole text is looked at, so that nothing can be put
/// together from a value and what stands beside it.
/// </summary>
internal static class TemplateEscaping
{
    /// <summary>Appends a value; null is a missing one.</summary>
    /// <returns>False if the value may not stand there.</returns>
    public static bool TryAppend<TSource>(
        ref DefaultInterpolatedStringHandler to, TemplateSegment segment, string? value, TemplatePlace place, in TSource source)
        where TSource : IValueSource
    {
        switch (place)
        {
            case TemplatePlace.Path:
                return TryAppendPath(ref to, segment, value, in source);
            case TemplatePlace.Query:
                UriText.AppendQuery(ref to, value);
                return true;
            case TemplatePlace.Header when !HttpText.IsFieldValue(value):
                return false;
            default:
                to.AppendLiteral(value ?? "");
                return true;
        }
    }

    /// <summary>The finished text, or null if it can't stand in its place as a whole.</summary>
    public static string? Finish(ReadOnlySpan<char> text, TemplatePlace place) => place switch
    {
        TemplatePlace.Path when !IsOriginPath(text) || UriText.HasDotSegment(text) => null,
        TemplatePlace.Host when !HttpText.IsAuthority(text) => null,
        TemplatePlace.Header => text.Trim(" \t").ToString(),
        _ => text.ToString(),
    };

    /// <summary>Whether an empty text is one.</summary>
    public static bool MayBeEmpty(TemplatePlace place) => place is not (TemplatePlace.Path or TemplatePlace.Host);

    /// <summary>What is wrong with the literal text of a template for its place; null if nothing is.</summary>
    public static string? Wrong(TemplateSegment[] segments, TemplatePlace place)
    {
        var literals = segments.Where(segment => segment.Reference is null).Select(segment => segment.Literal);
        // A value that is sound in each place: a segment, a host, a port.
        var all = string.Concat(segments.Select(segment => segment.Reference is null ? segment.Literal : "1"));
        return place switch
        {
            TemplatePlace.Path => WrongInPath(segments, all) ?? literals.Select(UriText.WrongInPath).FirstOrDefault(wrong => wrong is not null),
            TemplatePlace.Query => literals.Select(UriText.WrongInQuery).FirstOrDefault(wrong => wrong is not null),
            TemplatePlace.Header when !HttpText.IsFieldValue(all) => "a field's value holds visible ASCII characters, spaces and tabs",
            TemplatePlace.Host when !HttpText.IsAuthority(all) => "is not a host with or without a port",
            _ => null,
        };
    }

    // Two slashes would begin a host wherever the path is read as a reference.
    private static bool IsOriginPath(ReadOnlySpan<char> text) => text is ['/'] or ['/', not '/', ..];

    private static string? WrongInPath(TemplateSegment[] segments, string all)
    {
        if (segments is not ([{ Reference.Kind: GatewayValueKind.Path }, ..] or [{ Literal: ['/', ..] }, ..]))
            return "a path begins with \"/\"";
        if (all.AsSpan().ContainsAny('?', '#'))
            return "a path has no query and no fragment";
        return UriText.HasDotSegment(all) ? "a path has no \".\" or \"..\" segments" : null;
    }

    private static bool TryAppendPath<TSource>(
        ref DefaultInterpolatedStringHandler to, TemplateSegment segment, string? value, in TSource source)
        where TSource : IValueSource
    {
        // Without it a segment would vanish: /users/{claim:sub} must not become /users/.
        if (string.IsNullOrEmpty(value))
            return segment.Reference!.Kind == GatewayValueKind.Route;
        if (value.AsSpan().ContainsAnyInRange('\0', '\u001f') || value.Contains('\u007f', StringComparison.Ordinal))
            return false;
        if (segment.Reference!.Kind == GatewayValueKind.Path)
        {
            to.AppendLiteral(UriText.CleanPath(value));
            return value[0] == '/';
        }

        // What the client wrote in its path goes on as it was written: captured values can't tell %2F from %252F.
        if (segment.Reference.Kind == GatewayValueKind.Route && !UriText.IsSegmentText(value, segment.KeepsSlashes)
            && RequestValues.AsWritten(source.Path, value) is { } written && (segment.KeepsSlashes || !written.Contains('/', StringComparison.Ordinal)))
        {
            to.AppendLiteral(UriText.CleanPath(written));
            return true;
        }

        if (!segment.KeepsSlashes)
        {
            UriText.AppendSegment(ref to, value);
            return true;
        }

        var rest = value.AsSpan();
        for (var slash = rest.IndexOf('/'); slash >= 0; slash = rest.IndexOf('/'))
        {
            UriText.AppendSegment(ref to, rest[..slash]);
            to.AppendLiteral("/");
            rest = rest[(slash + 1)..];
        }

        UriText.AppendSegment(ref to, rest);
        return true;
    }
}
