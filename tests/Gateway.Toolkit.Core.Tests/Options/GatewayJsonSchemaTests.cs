using System.Text.Json;
using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class GatewayJsonSchemaTests
{
    private static readonly JsonElement _schema = Schema(
        new SchemaModule<SampleOptions>("Sample", ModuleLevels.Route | ModuleLevels.Upstream, GatewayValues.Options<SampleOptions>(), Stage.Guard),
        new SchemaModule<SwitchOptions>("Switch", ModuleLevels.Route, GatewayValues.Options<SwitchOptions>(), Stage.Guard),
        new SchemaModule<SampleOptions>("Answer", ModuleLevels.Route, GatewayValues.Options<SampleOptions>(), Stage.Dispatch),
        new SchemaModule<string>("Match", ModuleLevels.Route, GatewayValues.String, Stage.Match),
        new SchemaModule<int>("Weight", ModuleLevels.Destination, GatewayValues.Int32),
        new SchemaModule<GatewayMap<TimeSpan>>("Times", ModuleLevels.Root, GatewayValues.Map(GatewayValues.Duration)),
        new SchemaModule<GatewayConfigNode>("Anything", ModuleLevels.Root, GatewayValues.Node),
        new SchemaModule<Action>("Callback", ModuleLevels.Root, GatewayValues.Code<Action>()));

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{ "$schema": "gateway.schema.json", "x-team": [1], "X-Team": 2 }""", true)]
    [InlineData("""{ "Unknown": 1 }""", false)]
    [InlineData("""{ "Routes": null, "Upstreams": {}, "Policies": null, "Defaults": null }""", true)]
    [InlineData("""{ "Routes": [] }""", false)]
    [InlineData("""{ "Routes": { "x-note": 1, "gone": null, "r": { "Use": "a, b", "Enabled": false, "Sample": "p", "Answer": { "Path": "p" }, "Match": "/" } } }""", true)]
    [InlineData("""{ "Routes": { "r": { "Use": ["a", "b"], "Enabled": "env:ON" } } }""", true)]
    [InlineData("""{ "Routes": { "r": { "Use": 1 } } }""", false)]
    [InlineData("""{ "Routes": { "r": { "Enabled": "yes" } } }""", false)]
    [InlineData("""{ "Routes": { "r": { "Weight": 1 } } }""", false)]
    [InlineData("""{ "Policies": { "p": { "Sample": "p" } } }""", true)]
    [InlineData("""{ "Policies": { "p": { "Answer": "p" } } }""", false)]
    [InlineData("""{ "Policies": { "p": { "Match": "/" } } }""", false)]
    [InlineData("""{ "Policies": { "p": { "Use": "q" } } }""", false)]
    [InlineData("""{ "Defaults": { "Route": { "Switch": false }, "Upstream": { "Sample": "p" }, "x-y": 1 } }""", true)]
    [InlineData("""{ "Defaults": { "Upstream": { "Switch": true } } }""", false)]
    [InlineData("""{ "Defaults": { "Destination": {} } }""", false)]
    [InlineData("""{ "Upstreams": { "u": { "Destinations": { "a": "http://a", "b": { "Address": "http://b", "Weight": 2 }, "c": null }, "Sample": false } } }""", true)]
    [InlineData("""{ "Upstreams": { "u": { "Destinations": { "a": { "Weight": 2 } } } } }""", false)]
    [InlineData("""{ "Upstreams": { "u": { "Destinations": ["http://a"] } } }""", false)]
    [InlineData("""{ "Times": { "a": "1s", "b": "file:b.txt", "c": null } }""", true)]
    [InlineData("""{ "Times": { "a": 60 } }""", false)]
    [InlineData("""{ "Anything": { "at": ["all", 1, null] } }""", true)]
    [InlineData("""{ "Callback": "x" }""", false)]
    public void Schema_Section_AllowsWhatIsRead(string json, bool isValid) => AssertValid(json, isValid);

    [Theory]
    [InlineData("\"p\"", true)]
    [InlineData("true", true)]
    [InlineData("false", true)]
    [InlineData("null", true)]
    [InlineData("5", false)]
    [InlineData("""{ "Path": "p", "x-note": {} }""", true)]
    [InlineData("""{ "Tries": 1 }""", false)] // without Path
    [InlineData("""{ "Path": "p", "Tries": 1 }""", true)]
    [InlineData("""{ "Path": "p", "Tries": "env:TRIES" }""", true)]
    [InlineData("""{ "Path": "p", "Tries": "3" }""", false)]
    [InlineData("""{ "Path": "p", "Tries": 1.5 }""", false)]
    [InlineData("""{ "Path": "p", "Tries": 0 }""", false)]
    [InlineData("""{ "Path": "p", "Tries": 11 }""", false)]
    [InlineData("""{ "Path": "p", "Tries": null }""", true)]
    [InlineData("""{ "Path": "p", "Timeout": "1s", "Size": "1KB", "Key": "s" }""", true)]
    [InlineData("""{ "Path": "p", "Timeout": 60 }""", false)]
    [InlineData("""{ "Path": "p", "Period": "Day" }""", true)]
    [InlineData("""{ "Path": "p", "Period": "config:Period" }""", true)]
    [InlineData("""{ "Path": "p", "Period": "Week" }""", false)]
    [InlineData("""{ "Path": "p", "Weights": { "a": 1, "b": "env:B" } }""", true)]
    [InlineData("""{ "Path": "p", "Weights": { "a": "1" } }""", false)]
    [InlineData("""{ "Path": "p", "Parts": [{ "Path": "q" }, "r"] }""", true)]
    [InlineData("""{ "Path": "p", "Parts": { "Path": "q" } }""", true)]
    [InlineData("""{ "Path": "p", "Parts": [{ "Path": "q", "Tries": 0 }] }""", false)]
    [InlineData("""{ "$replace": true, "Path": "p" }""", true)]
    [InlineData("""{ "$replace": "yes", "Path": "p" }""", false)]
    [InlineData("""{ "Path": "p", "OnDone": "x" }""", false)]
    public void Schema_Options_AllowWhatIsRead(string json, bool isValid) => AssertValid($"{{ \"Routes\": {{ \"r\": {{ \"Sample\": {json} }} }} }}", isValid);

    [Fact]
    public void Schema_Keys_SayWhatTheyAreAndTheirDefaults()
    {
        var sample = Property(_schema, "$defs", "Sample");
        Assert.Equal("Keeps a sample.", Property(sample, "description").GetString());
        var keys = Property(sample.GetProperty("anyOf")[0], "properties");
        Assert.Equal("How often it is tried.", Property(keys, "Tries", "description").GetString());
        Assert.Equal(3, Property(keys, "Tries", "default").GetInt32());
        Assert.Equal(
            "How long it may take. Expected: a duration such as \"250ms\", \"10s\", \"5m\", \"1h\", \"2d\" or \"00:01:30\"; 1ms or more.",
            Property(keys, "Timeout", "description").GetString());
        Assert.Equal("1KB", Property(keys, "Size", "default").GetString());
        Assert.False(Property(keys, "Key").TryGetProperty("default", out _));
    }

    [Fact]
    public void Schema_RecordsOfOneName_HaveDefinitionsOfTheirOwn()
    {
        var schema = Schema(
            new SchemaModule<SampleOptions>("A", ModuleLevels.Root, GatewayValues.Options<SampleOptions>()),
            new SchemaModule<Other.SampleOptions>("B", ModuleLevels.Root, GatewayValues.Options<Other.SampleOptions>()),
            new SchemaModule<RouteOptions>("C", ModuleLevels.Root, GatewayValues.Options<RouteOptions>()));
        Assert.Equal("Keeps a sample.", Property(schema, "$defs", "Sample", "description").GetString());
        Assert.Equal("Keeps another sample.", Property(schema, "$defs", "Sample2", "description").GetString());
        Assert.Equal("Options with the name of a part of the section.", Property(schema, "$defs", "Route2", "description").GetString());
    }

    private static void AssertValid(string json, bool isValid)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal(isValid, SchemaValidation.IsValid(_schema, document.RootElement));
    }

    private static JsonElement Property(JsonElement element, params string[] path) =>
        path.Aggregate(element, (current, name) => current.GetProperty(name));

    private static JsonElement Schema(params IGatewayModule[] modules)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            GatewayJsonSchema.Write(writer, modules);
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
