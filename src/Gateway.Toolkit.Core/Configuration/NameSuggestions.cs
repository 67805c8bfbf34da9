namespace Gateway.Toolkit;

/// <summary>Finds the known name that a misspelt one was meant to be.</summary>
internal static class NameSuggestions
{
    /// <summary>The nearest known name within a third of the length in edits, or null.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        string? best = null;
        var bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in known)
        {
            var distance = Distance(name, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary><c>; did you mean "X"?</c>, or a list of what is allowed, or nothing.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> known)
    {
        if (Nearest(name, known) is { } nearest)
            return $"; did you mean \"{nearest}\"?";
        return known.Count is 0 or > 30 ? "" : $"; allowed: {string.Join(", ", known)}";
    }

    // Edits with swapped neighbours counted as one (optimal string alignment), in any case.
    private static int Distance(string left, string right)
    {
        var rows = new int[3][];
        for (var i = 0; i < 3; i++)
            rows[i] = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            rows[0][j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var (row, above, twoAbove) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = Same(left[i - 1], right[j - 1]);
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
            }
        }

        return rows[left.Length % 3][right.Length];

        static bool Same(char x, char y) => char.ToUpperInvariant(x) == char.ToUpperInvariant(y);
    }
}
