using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gateway.Toolkit;

/// <summary>
/// Prints the merged tree with the origin of every value. What came by a reference prints as the reference, and what stands
/// at a secret key as <c>***</c>.
/// </summary>
/// <param name="shape">Says which values are secret.</param>
internal sealed class EffectiveConfigWriter(ConfigShape shape)
{
    private const int MaxAligned = 72;
    private const string Hidden = "***";

    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>JSON with comments: each value on a line of its own, its origin behind it. It reads back as it was.</summary>
    public string Text(GatewayConfigNode root)
    {
        var lines = new List<(string Text, string Origin)>();
        Add("", root, shape, "", lines);
        var width = lines.Where(line => line.Origin.Length > 0 && line.Text.Length <= MaxAligned)
            .Select(line => line.Text.Length).DefaultIfEmpty().Max();
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(line.Origin.Length == 0 ? line.Text : $"{line.Text.PadRight(width)}  // {line.Origin}").Append('\n');
        return text.ToString();
    }

    /// <summary>A JSON list of <c>{ "path", "value", "origin" }</c>, one for each value.</summary>
    public string Json(GatewayConfigNode root)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, _options))
        {
            writer.WriteStartArray();
            Write(root, shape, writer);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Add(
        string start, GatewayConfigNode node, ConfigShape? shape, string end, List<(string Text, string Origin)> lines)
    {
        if (IsOneValue(node, shape))
        {
            lines.Add(($"{start}{Value(node, shape)}{end}", OriginOf(node)));
            return;
        }

        var isObject = node.Kind == GatewayConfigKind.Object;
        var indent = new string(' ', start.Length - start.TrimStart().Length);
        lines.Add((start + (isObject ? '{' : '['), ""));
        var count = isObject ? node.Members.Count : node.Items.Count;
        for (var i = 0; i < count; i++)
        {
            var comma = i < count - 1 ? "," : "";
            if (isObject)
                Add($"{indent}  {Quote(node.Members[i].Key)}: ", node.Members[i].Value, shape?.Member(node.Members[i].Key), comma, lines);
            else
                Add($"{indent}  ", node.Items[i], shape?.Element(), comma, lines);
        }

        lines.Add((indent + (isObject ? '}' : ']') + end, ""));
    }

    private static void Write(GatewayConfigNode node, ConfigShape? shape, Utf8JsonWriter writer)
    {
        if (IsOneValue(node, shape))
        {
            writer.WriteStartObject();
            writer.WriteString("path", node.Path);
            writer.WritePropertyName("value");
            writer.WriteRawValue(Value(node, shape));
            writer.WriteString("origin", OriginOf(node));
            writer.WriteEndObject();
            return;
        }

        foreach (var (name, member) in node.Members)
            Write(member, shape?.Member(name), writer);
        foreach (var item in node.Items)
            Write(item, shape?.Element(), writer);
    }

    // Lists of plain values are whole from one source, so one origin says it all.
    private static bool IsOneValue(GatewayConfigNode node, ConfigShape? shape) => shape?.IsSecret == true || node.Kind switch
    {
        GatewayConfigKind.Object => node.Members.Count == 0,
        GatewayConfigKind.Array => node.Items.All(item => item.IsScalar),
        _ => true,
    };

    private static string Value(GatewayConfigNode node, ConfigShape? shape) => node switch
    {
        { Reference: { } reference } => Quote(reference),
        _ when shape?.IsSecret == true || node.Value is GatewaySecret => Quote(Hidden),
        { Kind: GatewayConfigKind.String } => Quote(node.Text!),
        { Kind: GatewayConfigKind.Number or GatewayConfigKind.Boolean } => node.Text!,
        { Kind: GatewayConfigKind.Array } => $"[{string.Join(", ", node.Items.Select(item => Value(item, shape?.Element())))}]",
        { Kind: GatewayConfigKind.Object } => "{}",
        { Kind: GatewayConfigKind.Code } => Quote($"({node.Value!.GetType().Name} set in code)"),
        _ => "null",
    };

    private static string OriginOf(GatewayConfigNode node) => node.Origin.ToString();

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
