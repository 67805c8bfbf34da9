namespace Gateway.Toolkit.Core.Tests.Configuration;

/// <summary>A shape with what the tests need: a map and a body that are taken whole, secrets at several places.</summary>
internal static class TestShape
{
    public static ConfigShape Instance { get; } = ConfigShape.Of(new ModuleCatalog(
    [
        new Module<ConditionOptions>("Match", ModuleLevels.Route),
        new Module<BodyOptions>("Respond", ModuleLevels.Route),
        new Module<KeyOptions>("Auth", ModuleLevels.Root | ModuleLevels.Route),
        new Module<KeyOptions>("Http", ModuleLevels.Upstream | ModuleLevels.Destination),
    ]));

    private sealed class Module<T>(string key, ModuleLevels levels) : GatewayModule<T>(key, levels, GatewayValues.Options<T>())
        where T : class, IGatewayOptions<T>;
}

[GatewayOptions]
public sealed partial record ConditionOptions
{
    public string Path { get; init; } = "";

    [GatewayKey(Whole = true)]
    public GatewayMap<string> Headers { get; init; } = GatewayMap<string>.Empty;
}

[GatewayOptions]
public sealed partial record BodyOptions
{
    public GatewayConfigNode? Json { get; init; }
}

[GatewayOptions]
public sealed partial record KeyOptions
{
    public string Issuer { get; init; } = "";

    public GatewaySecret? Key { get; init; }

    public GatewayMap<GatewaySecret> Keys { get; init; } = GatewayMap<GatewaySecret>.Empty;

    public GatewayList<KeyPartOptions> Parts { get; init; } = [];
}

[GatewayOptions]
public sealed partial record KeyPartOptions
{
    public GatewaySecret? Key { get; init; }
}
