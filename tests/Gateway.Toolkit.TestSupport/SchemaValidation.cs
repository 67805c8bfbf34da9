using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gateway.Toolkit.TestSupport;

/// <summary>Checks JSON against a schema, as far as the schemas of ours go: a keyword that is not known here fails the test.</summary>
public static class SchemaValidation
{
    /// <summary>Whether a value keeps to a schema.</summary>
    public static bool IsValid(JsonElement root, JsonElement value) => Check(root, root, value);

    private static bool Check(JsonElement root, JsonElement schema, JsonElement value) =>
        schema.EnumerateObject().All(keyword => Check(root, schema, keyword, value));

    private static bool Check(JsonElement root, JsonElement schema, JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        "$schema" or "$defs" or "title" or "description" or "default" => true,
        "$ref" => Check(root, root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), value),
        "anyOf" => keyword.Value.EnumerateArray().Any(part => Check(root, part, value)),
        "type" => Texts(keyword.Value).Any(type => IsType(value, type)),
        "enum" => keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)),
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Check(root, keyword.Value, item)),
        "required" => value.ValueKind != JsonValueKind.Object || Texts(keyword.Value).All(name => value.TryGetProperty(name, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateObject()
            .All(property => !value.TryGetProperty(property.Name, out var member) || Check(root, property.Value, member)),
        "patternProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject()
            .All(member => !IsPattern(schema, member.Name, out var content) || Check(root, content, member.Value)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject()
            .Where(member => !IsNamed(schema, member.Name))
            .All(member => keyword.Value.ValueKind == JsonValueKind.Object && Check(root, keyword.Value, member.Value)),
        _ => throw new InvalidOperationException($"Unknown keyword {keyword.Name}"),
    };

    private static bool IsPattern(JsonElement schema, string name, out JsonElement content)
    {
        content = default;
        if (!schema.TryGetProperty("patternProperties", out var patterns))
            return false;
        content = patterns.EnumerateObject().FirstOrDefault(pattern => Regex.IsMatch(name, pattern.Name)).Value;
        return content.ValueKind != JsonValueKind.Undefined;
    }

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _))
        || IsPattern(schema, name, out _);

    private static bool IsType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new InvalidOperationException($"Unknown type {type}"),
    };

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(item => item.GetString()!)
        : [value.GetString()!];
}
