using System.Text.Json;
using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.ArchitectureTests;

public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""
        {
          "Routes": {
            "api": { "Match": { "Path": "/api/{**rest}" }, "Rewrite": { "RemovePrefix": "/api" }, "Forward": "origin" },
            "hi": { "Match": { "Path": "/hi", "Methods": ["GET"] }, "Respond": { "Status": 200, "Body": "hello", "ContentType": "text/plain" } },
            "old": { "Match": { "Path": "/old/{id}" }, "Redirect": { "To": "/new/{id}", "Status": 308 } },
            "beta": { "Match": { "Path": "/api/{**rest}", "Headers": { "X-Beta": "1" } }, "Forward": { "Upstream": "origin2" } }
          },
          "Upstreams": {
            "origin": { "Destinations": { "a": "http://127.0.0.1:9001", "b": "http://127.0.0.1:9002" } },
            "origin2": { "Destinations": { "a": { "Address": "http://127.0.0.1:9003" } } }
          }
        }
        """, true)]
    [InlineData("""{ "Routes": { "api": { "Cach": {} } } }""", false)]
    [InlineData("""{ "Routes": { "api": { "Respond": { "Status": "ok" } } } }""", false)]
    [InlineData("""{ "Reload": { "Apply": "AllOrNothing" } }""", true)]
    [InlineData("""{ "Reload": { "Apply": "Sometimes" } }""", false)]
    public void JsonSchema_PackagesModules_AllowsWhatTheyRead(string json, bool isValid)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal(isValid, SchemaValidation.IsValid(Schema(), document.RootElement));
    }

    [Fact]
    public void JsonSchema_EveryReference_IsDefined()
    {
        var schema = Schema();
        var references = Texts(schema, "$ref").Distinct().ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(schema.GetProperty("$defs").TryGetProperty(reference["#/$defs/".Length..], out _), reference));
    }

    private static IEnumerable<string> Texts(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == name && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Texts(member.Value, name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, name)),
        _ => [],
    };

    private static JsonElement Schema()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddGatewayCore().AddRouting();
        using var provider = services.BuildServiceProvider();
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            GatewayJsonSchema.Write(writer, provider.GetServices<IGatewayModule>());
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
