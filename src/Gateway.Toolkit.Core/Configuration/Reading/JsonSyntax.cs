using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gateway.Toolkit;

/// <summary>Says in plain words why a text is no JSON.</summary>
internal static class JsonSyntax
{
    /// <summary>What is wrong at an offset.</summary>
    /// <param name="json">The text.</param>
    /// <param name="at">The offset where reading failed.</param>
    /// <param name="last">The last token before it.</param>
    /// <param name="inObject">Whether the innermost open bracket is that of an object.</param>
    /// <param name="depth">How many brackets are open.</param>
    public static string Describe(ReadOnlySpan<byte> json, int at, JsonTokenType last, bool inObject, int depth)
    {
        if (at >= json.Length)
            return "is not valid JSON: the text ends too early; a quote or a bracket is not closed";
        if (json[at..].StartsWith("/*"u8))
            return "is not valid JSON: a comment is not closed";
        if (json[at] is (byte)'\n' or (byte)'\r' or (byte)'\t')
            return "is not valid JSON: a text or word is not closed before the line or tab ends it";
        Rune.DecodeFromUtf8(json[at..], out var rune, out _);
        var found = Rune.IsControl(rune) ? $"character U+{rune.Value.ToString("X4", CultureInfo.InvariantCulture)}" : $"'{rune}'";
        if (depth >= JsonConfigReader.MaxDepth && json[at] is (byte)'{' or (byte)'[')
            return $"is nested deeper than {JsonConfigReader.MaxDepth} levels";
        if (at > 0 && json[at - 1] == '\\')
            return $"is not valid JSON: '\\{rune}' is no escape; for a backslash write '\\\\'";
        return $"is not valid JSON: unexpected {found}; expected {Expected(last, inObject, depth)}";
    }

    private static string Expected(JsonTokenType last, bool inObject, int depth) => last switch
    {
        JsonTokenType.None => "an object",
        JsonTokenType.PropertyName => "a value",
        JsonTokenType.StartObject => "a key in double quotes and a ':'",
        _ when depth == 0 => "nothing after the end",
        _ when inObject => "',' or '}', and keys in double quotes",
        _ => "',' or ']'",
    };
}
