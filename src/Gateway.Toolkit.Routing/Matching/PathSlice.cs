namespace Gateway.Toolkit.Routing;

/// <summary>Where one segment stands in a request's path.</summary>
internal readonly record struct PathSlice(int Start, int Length)
{
    /// <summary>
    /// Cuts a path at its slashes. A slash at the end begins no segment; two slashes in a row have an empty one between them,
    /// which only a catch-all takes.
    /// </summary>
    /// <returns>How many segments were written; no more than <paramref name="slices"/> holds.</returns>
    public static int Cut(ReadOnlySpan<char> path, Span<PathSlice> slices)
    {
        var count = 0;
        var start = 1;
        while (start < path.Length && count < slices.Length)
        {
            var length = path[start..].IndexOf('/');
            if (length < 0)
                length = path.Length - start;
            slices[count++] = new(start, length);
            start += length + 1;
        }

        return count;
    }
}
