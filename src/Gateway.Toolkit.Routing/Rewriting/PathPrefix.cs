namespace Gateway.Toolkit.Routing;

/// <summary>The beginning of a path, to be taken away. Segments match as routes match them: decoded, in any case.</summary>
internal sealed class PathPrefix(string prefix)
{
    private readonly string[] _segments =
        [.. prefix.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => UriText.Decode(segment))];

    /// <summary>The rest of an encoded path, as it came; the whole path if it begins differently.</summary>
    public string Remove(string path)
    {
        var rest = path.AsSpan();
        foreach (var segment in _segments)
        {
            if (rest is not ['/', ..])
                return path;
            rest = rest[1..];
            var end = rest.IndexOf('/');
            var found = end < 0 ? rest : rest[..end];
            if (!(found.Contains('%') ? UriText.Decode(found) : found).Equals(segment, StringComparison.OrdinalIgnoreCase))
                return path;
            rest = end < 0 ? [] : rest[end..];
        }

        // What is left begins with one slash: with two it would name a host wherever it is read as a reference.
        return string.Concat("/", rest.TrimStart('/'));
    }
}
