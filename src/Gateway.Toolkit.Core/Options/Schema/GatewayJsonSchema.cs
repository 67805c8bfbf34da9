using System.Text.Json;

namespace Gateway.Toolkit;

/// <summary>
/// Describes the configuration as a JSON schema (draft 2020-12), so that editors complete and check it as it is written.
/// Names are case-insensitive when they are read; the schema knows their usual case only.
/// </summary>
public static class GatewayJsonSchema
{
    private static readonly GatewayOption _use = new(
        "Use", "The policies that hold for the route; the last named wins.", GatewayValues.List(GatewayValues.String), _ => null);

    private static readonly GatewayOption _enabled = new("Enabled", "Whether the route is there at all.", GatewayValues.Boolean, _ => true);

    private static readonly GatewayOption _address = new("Address", "Where the destination is.", GatewayValues.HttpAddress, _ => null)
    {
        Required = true,
    };

    /// <summary>Writes the schema of the whole <c>Gateway</c> section.</summary>
    /// <param name="writer">Gets one JSON object.</param>
    /// <param name="modules">The modules whose keys are known; keys of others are errors, as they are when the gateway starts.</param>
    public static void Write(Utf8JsonWriter writer, IEnumerable<IGatewayModule> modules)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var at = Enum.GetValues<ModuleLevels>()
            .SelectMany(level => modules.Where(module => (module.Levels & level) != 0), (level, module) => (level, module))
            .OrderBy(pair => pair.module.Key, StringComparer.Ordinal)
            .ToLookup(pair => pair.level, pair => pair.module);
        var shared = at[ModuleLevels.Route].Where(module => !module.Stages.Any(stage => stage is Stage.Match or Stage.Dispatch));
        var schema = new JsonSchemaWriter(writer);

        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteString("title", "Gateway.Toolkit");
        schema.Object(at[ModuleLevels.Root], [], () =>
        {
            writer.WriteStartObject("$schema");
            writer.WriteString("type", "string");
            writer.WriteEndObject();
            schema.Named("Routes", "What requests match, and what happens to them, by the route's name.", "Route");
            schema.Named("Upstreams", "Named groups of destinations.", "Upstream");
            schema.Named("Policies", "Named sets of modules that routes and local endpoints use.", "Policy");
            schema.Reference("Defaults", "What holds for every route and upstream that has none of its own.", "Defaults");
        });
        writer.WriteStartObject("$defs");
        schema.Define("Route", () => schema.Object(at[ModuleLevels.Route], [_use, _enabled]));
        schema.Define("Policy", () => schema.Object(shared, []));
        schema.Define("Upstream", () => schema.Object(at[ModuleLevels.Upstream], [], () =>
            schema.Named("Destinations", "Addresses by the destination's name.", "Destination")));
        schema.Define("UpstreamDefaults", () => schema.Object(at[ModuleLevels.Upstream], []));
        schema.Define("Destination", () => schema.Object(at[ModuleLevels.Destination], [_address], shortForm: _address));
        schema.Define("Defaults", () => schema.Object([], [], () =>
        {
            schema.Reference("Route", "What holds for every route.", "Policy");
            schema.Reference("Upstream", "What holds for every upstream.", "UpstreamDefaults");
        }));
        schema.DefineRest();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
