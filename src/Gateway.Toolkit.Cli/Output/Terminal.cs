using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gateway.Toolkit.Cli.Output;

/// <summary>Where a verb writes: results to one stream, errors to the other.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    private static readonly JsonWriterOptions _json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public TextWriter Out => output;

    public TextWriter Error => error;

    /// <summary>How many characters fit on a line; without a terminal, lines are as long as they are.</summary>
    public int Width { get; init; } = int.MaxValue;

    /// <summary>The folder that relative paths start from.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    public void Write(Table table) => table.WriteTo(output, Width);

    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, _json))
            write(writer);
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
