using System.Text.Json;

namespace Gateway.Toolkit;

/// <summary>What a JSON schema says in words and in values.</summary>
internal static class JsonSchemaText
{
    /// <summary>The key's summary, and what the schema's own keywords can't say: the notation, the range in units.</summary>
    public static string Describe(GatewayOption key)
    {
        var value = key.Value;
        var notation = value.JsonTypes is ["string"] && value.Allowed.Count == 0 && value != GatewayValues.String ? value.Expected : null;
        var range = HasNumericRange(value) ? null : OptionsChecks.Range(key);
        var expected = string.Join("; ", new[] { notation, range }.OfType<string>());
        return expected.Length == 0 ? key.Summary : $"{key.Summary} Expected: {expected}.";
    }

    /// <summary>Whether the bounds of a range are JSON numbers.</summary>
    public static bool HasNumericRange(GatewayValue value) => value.JsonTypes is ["integer"] or ["number"];

    /// <summary>Whether a node can stand in a file.</summary>
    public static bool IsPlain(GatewayConfigNode node) =>
        node.Kind != GatewayConfigKind.Code && node.Items.All(IsPlain) && node.Members.All(member => IsPlain(member.Value));

    /// <summary>Writes a node that can stand in a file.</summary>
    public static void Write(Utf8JsonWriter writer, GatewayConfigNode node)
    {
        switch (node.Kind)
        {
            case GatewayConfigKind.Object:
                writer.WriteStartObject();
                foreach (var (name, member) in node.Members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case GatewayConfigKind.Array:
                writer.WriteStartArray();
                foreach (var item in node.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case GatewayConfigKind.String:
                writer.WriteStringValue(node.Text);
                break;
            case GatewayConfigKind.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteRawValue(node.Text!);
                break;
        }
    }
}
