using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Gateway.Toolkit;

/// <summary>
/// Reads JSON straight into <see cref="GatewayConfigNode"/>: kinds, written order, case and the text of numbers stay as they
/// are. The origin of an object's member is the position of its key, where an editor's cursor should go; that of a list's
/// element is the element itself. Comments, trailing commas and a byte order mark are fine.
/// </summary>
internal sealed class JsonConfigReader
{
    /// <summary>How deep objects and lists may be nested.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonReaderOptions _options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = MaxDepth,
    };

    private readonly string _source;
    private readonly string? _baseFolder;
    private readonly JsonCursor _cursor = new();
    private readonly List<(GatewayConfigNode First, GatewayConfigNode Second)> _duplicates = [];
    private readonly Stack<JsonTokenType> _open = new();
    private JsonTokenType _last;

    private JsonConfigReader(string source, string? baseFolder)
    {
        _source = source;
        _baseFolder = baseFolder;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="json">The text in UTF-8.</param>
    /// <param name="source">What the origins of the values say: the file's path.</param>
    /// <param name="baseFolder">The folder that <c>file:</c> references in the text start from; null means the content root.</param>
    /// <param name="section">
    /// The path of the gateway's section in the text, names in any case; null where the text is the section's content itself,
    /// or an object with a <c>Gateway</c> key.
    /// </param>
    /// <param name="errors">Gets all that is wrong.</param>
    /// <returns>The section with the path <c>Gateway</c>, or null: the text can't be read, or it has no such section.</returns>
    public static GatewayConfigNode? Read(
        ReadOnlySpan<byte> json, string source, string? baseFolder, string? section, GatewayErrors errors)
    {
        var reader = new JsonConfigReader(source, baseFolder);
        if (reader.ReadRoot(json.StartsWith(Encoding.UTF8.Preamble) ? json[3..] : json, errors) is not { } root)
            return null;
        var node = JsonSection.Find(root, section, errors);
        foreach (var (first, second) in reader._duplicates)
            errors.Add(second, $"is given twice, in line {first.Origin.Line} and in line {second.Origin.Line}");
        return node;
    }

    private GatewayConfigNode? ReadRoot(ReadOnlySpan<byte> json, GatewayErrors errors)
    {
        if (!Utf8.IsValid(json))
        {
            MoveToInvalid(json);
            Fail(errors, "is not UTF-8; save the file as UTF-8");
            return null;
        }

        if (json.Trim(" \t\r\n"u8).IsEmpty)
        {
            Fail(errors, "is empty; expected an object, at least {}");
            return null;
        }

        var reader = new Utf8JsonReader(json, _options);
        try
        {
            Next(ref reader);
            var origin = Origin(json, ref reader);
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                Fail(errors, "is no object; expected an object: { … }");
                return null;
            }

            var root = ReadValue(json, ref reader, origin);
            while (Next(ref reader))
            {
            }

            return root;
        }
        catch (InvalidOperationException) // Valid JSON, but no text: "\ud800" alone.
        {
            _cursor.MoveTo(json, (int)reader.TokenStartIndex);
            Fail(errors, "is no text: an escape such as \"\\ud800\" stands for half a character only");
            return null;
        }
        catch (JsonException exception)
        {
            var at = OffsetOf(json, exception);
            _cursor.MoveTo(json, Math.Min(at, json.Length));
            Fail(errors, JsonSyntax.Describe(json, at, _last, _open.TryPeek(out var open) && open == JsonTokenType.StartObject, _open.Count));
            return null;
        }
    }

    private GatewayConfigNode ReadValue(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, GatewayConfigOrigin origin) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(json, ref reader, origin),
            JsonTokenType.StartArray => ReadArray(json, ref reader, origin),
            JsonTokenType.String => GatewayConfigNode.String(reader.GetString()!, origin),
            JsonTokenType.Number => GatewayConfigNode.Number(Encoding.ASCII.GetString(reader.ValueSpan), origin),
            JsonTokenType.True => GatewayConfigNode.Boolean(true, origin),
            JsonTokenType.False => GatewayConfigNode.Boolean(false, origin),
            _ => GatewayConfigNode.Null(origin),
        };

    private GatewayConfigNode ReadObject(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, GatewayConfigOrigin origin)
    {
        var members = new OrderedDictionary<string, GatewayConfigNode>(StringComparer.Ordinal);
        while (Next(ref reader) && reader.TokenType != JsonTokenType.EndObject)
        {
            var at = Origin(json, ref reader);
            var name = reader.GetString()!;
            Next(ref reader);
            var value = ReadValue(json, ref reader, at);
            if (members.TryGetValue(name, out var first))
                _duplicates.Add((first, value));
            members[name] = value;
        }

        return GatewayConfigNode.Object(members, origin);
    }

    private GatewayConfigNode ReadArray(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, GatewayConfigOrigin origin)
    {
        var items = new List<GatewayConfigNode>();
        while (Next(ref reader) && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue(json, ref reader, Origin(json, ref reader)));
        return GatewayConfigNode.Array(items, origin);
    }

    private bool Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            return false;
        _last = reader.TokenType;
        if (_last is JsonTokenType.StartObject or JsonTokenType.StartArray)
            _open.Push(_last);
        else if (_last is JsonTokenType.EndObject or JsonTokenType.EndArray)
            _open.Pop();
        return true;
    }

    private GatewayConfigOrigin Origin(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        _cursor.MoveTo(json, (int)reader.TokenStartIndex);
        return new(_source, _cursor.Line, _cursor.Column, _baseFolder);
    }

    private void Fail(GatewayErrors errors, string message) =>
        errors.Add(new("Gateway", new(_source, _cursor.Line, _cursor.Column, _baseFolder), message));

    private static int OffsetOf(ReadOnlySpan<byte> json, JsonException exception)
    {
        var start = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
            start += json[start..].IndexOf((byte)'\n') + 1;
        return start + (int)(exception.BytePositionInLine ?? 0);
    }

    private void MoveToInvalid(ReadOnlySpan<byte> json)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(json[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        _cursor.MoveTo(json, at);
    }
}
