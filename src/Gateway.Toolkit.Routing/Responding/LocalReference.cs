namespace Gateway.Toolkit.Routing;

/// <summary>References that browsers, too, take for a path on the same host.</summary>
internal static class LocalReference
{
    /// <summary>
    /// The reference in encoded form; null if it could lead to another host: <c>//host</c>, <c>/\host</c>, <c>https:host</c>, and
    /// these with the control characters that browsers skip.
    /// </summary>
    public static string? Of(string text)
    {
        if (text is not ['/', ..] || text is ['/', '/', ..])
            return null;
        foreach (var character in text)
        {
            if (character is '\\' || char.IsControl(character))
                return null;
        }

        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : "#" + UriText.CleanQuery(text[(hash + 1)..]);
        var rest = hash < 0 ? text : text[..hash];
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        return mark < 0
            ? UriText.CleanPath(rest) + fragment
            : $"{UriText.CleanPath(rest[..mark])}?{UriText.CleanQuery(rest[(mark + 1)..])}{fragment}";
    }
}
