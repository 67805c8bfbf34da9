namespace Gateway.Toolkit;

/// <summary>Where a path leads when all links on the way are followed, links to folders included.</summary>
/// <param name="Target">The path without links.</param>
/// <param name="Places">The full paths, of the file and of links on the way, where a change can make the content differ.</param>
internal sealed record LinkedPath(string Target, IReadOnlyCollection<string> Places)
{
    private const int MaxLinks = 40;

    /// <summary>Follows a full path as far as it exists.</summary>
    public static LinkedPath Follow(string path)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        var current = Path.GetPathRoot(path) ?? "";
        var rest = new Stack<string>(Parts(path[current.Length..]));
        var links = 0;
        while (rest.TryPop(out var part))
        {
            if (part is ".")
                continue;
            if (part is "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, part);
            if (rest.Count == 0)
                places.Add(next);
            if (TargetOf(next) is not { } target || ++links > MaxLinks)
            {
                current = next;
                continue;
            }

            places.Add(next);
            if (Path.GetPathRoot(target) is { Length: > 0 } root)
            {
                current = root;
                target = target[root.Length..];
            }

            foreach (var linked in Parts(target))
                rest.Push(linked);
        }

        return new(current, places);
    }

    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception exception) when (FileContent.IsUnreadable(exception))
        {
            return null;
        }
    }

    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse();
}
