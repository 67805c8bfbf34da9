using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gateway.Toolkit.Routing;

/// <summary>Writes values of the configuration as JSON, and reads JSON as values.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(GatewayConfigNode node)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, _options);
        Write(json, node);
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The node of a JSON value.</summary>
    public static GatewayConfigNode Read(JsonNode? value) => value switch
    {
        null => GatewayConfigNode.Null(),
        JsonObject members => GatewayConfigNode.Object(members.Select(member => KeyValuePair.Create(member.Key, Read(member.Value)))),
        JsonArray items => GatewayConfigNode.Array(items.Select(Read)),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => GatewayConfigNode.String(value.GetValue<string>()),
            JsonValueKind.Number => GatewayConfigNode.Number(value.ToJsonString()),
            JsonValueKind.True => GatewayConfigNode.Boolean(true),
            JsonValueKind.False => GatewayConfigNode.Boolean(false),
            _ => GatewayConfigNode.Null(),
        },
    };

    /// <summary>Whether JSON can hold a value: everything but what only code can give.</summary>
    public static bool CanWrite(GatewayConfigNode node) =>
        node.Kind != GatewayConfigKind.Code && node.Items.All(CanWrite) && node.Members.All(member => CanWrite(member.Value));

    private static void Write(Utf8JsonWriter json, GatewayConfigNode node)
    {
        switch (node.Kind)
        {
            case GatewayConfigKind.Object:
                json.WriteStartObject();
                foreach (var (name, member) in node.Members)
                {
                    json.WritePropertyName(name);
                    Write(json, member);
                }

                json.WriteEndObject();
                break;
            case GatewayConfigKind.Array:
                json.WriteStartArray();
                foreach (var item in node.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case GatewayConfigKind.String:
                json.WriteStringValue(node.Text);
                break;
            case GatewayConfigKind.Null:
                json.WriteNullValue();
                break;
            default:
                json.WriteRawValue(node.Text!);
                break;
        }
    }
}
