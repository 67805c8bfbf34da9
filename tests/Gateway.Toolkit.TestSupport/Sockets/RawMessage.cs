using System.Text;

namespace Gateway.Toolkit.TestSupport;

/// <summary>An HTTP/1.1 message as it was on the wire.</summary>
/// <param name="Head">The start line and fields, without the empty line after them.</param>
/// <param name="Body">The body, without its framing.</param>
/// <param name="Trailers">The fields after a chunked body; empty if there are none.</param>
public sealed record RawMessage(string Head, byte[] Body, string Trailers)
{
    /// <summary>The request line or status line.</summary>
    public string StartLine => Head.Split("\r\n")[0];

    /// <summary>The status; of responses only.</summary>
    public int Status => int.Parse(StartLine.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The body as Latin-1.</summary>
    public string Text => Encoding.Latin1.GetString(Body);

    /// <summary>The lines of all fields.</summary>
    public IReadOnlyList<string> Lines => Head.Split("\r\n")[1..];

    /// <summary>The values of a field, one for each of its lines.</summary>
    public IReadOnlyList<string> All(string name) => [.. Lines
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())];

    /// <summary>The value of a field that has one line at most; null if it is absent.</summary>
    public string? Field(string name) => All(name).SingleOrDefault();

    /// <summary>Whether a field is there.</summary>
    public bool Has(string name) => All(name).Count > 0;
}
