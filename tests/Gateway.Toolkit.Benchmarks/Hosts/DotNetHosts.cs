namespace Gateway.Toolkit.Benchmarks.Hosts;

/// <summary>The .NET servers that can be compared, by name: each builds its app for the address of the origin.</summary>
internal static class DotNetHosts
{
    public static IReadOnlyDictionary<string, Func<WebApplicationBuilder, string, WebApplication>> ByName { get; } =
        new Dictionary<string, Func<WebApplicationBuilder, string, WebApplication>>
        {
            ["gateway"] = GatewayHost.Build,
            ["yarp"] = YarpHost.Build,
            ["yarp-forwarder"] = YarpForwarderHost.Build,
            ["kestrel"] = KestrelHost.Build,
        };
}
