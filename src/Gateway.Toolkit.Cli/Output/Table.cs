namespace Gateway.Toolkit.Cli.Output;

/// <summary>Rows of cells under each other; what does not fit in the last column goes on below its beginning.</summary>
internal sealed class Table(int indent = 2)
{
    private const int Gap = 2;
    private const int Narrowest = 24;
    private const int Hanging = 4;
    private readonly List<string[]> _rows = [];

    public int Count => _rows.Count;

    public void Add(params ReadOnlySpan<string> cells) => _rows.Add(cells.ToArray());

    public void WriteTo(TextWriter output, int width)
    {
        var widths = new int[_rows.Count == 0 ? 0 : _rows.Max(row => row.Length)];
        foreach (var row in _rows)
        {
            // The last cell of a short row may run on over the columns that it does not have.
            for (var i = 0; i < row.Length - (row.Length < widths.Length ? 1 : 0); i++)
                widths[i] = Math.Max(widths[i], row[i].Length);
        }

        foreach (var row in _rows)
            Write(output, row, widths, width);
    }

    private void Write(TextWriter output, string[] row, int[] widths, int width)
    {
        var at = indent;
        var line = new string(' ', indent);
        for (var i = 0; i < row.Length - 1; i++)
        {
            line += row[i].PadRight(widths[i]) + new string(' ', Gap);
            at += widths[i] + Gap;
        }

        if (row.Length > 1 && width - at < Narrowest && row[^1].Length > width - at)
        {
            output.WriteLine(line.TrimEnd());
            at = indent + Hanging;
            line = new string(' ', at);
        }

        foreach (var part in Wrap(row[^1], Math.Max(width - at, Narrowest)))
        {
            output.WriteLine((line + part).TrimEnd());
            line = new string(' ', at);
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            // A word that is longer than the line stays whole, so that it can be copied.
            var end = text.LastIndexOf(' ', width);
            if (end <= 0)
                end = text.IndexOf(' ', width);
            if (end < 0)
                break;
            yield return text[..end];
            text = text[(end + 1)..];
        }

        yield return text;
    }
}
