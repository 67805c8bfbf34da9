using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit;

internal sealed class GatewayBuilder(IServiceCollection services) : IGatewayBuilder
{
    private readonly Dictionary<string, GatewayConfigNode> _root = [];
    private readonly Dictionary<string, Dictionary<string, GatewayConfigNode>> _maps = [];

    public IServiceCollection Services => services;

    /// <summary>The files to read, in the order of calls.</summary>
    public List<(string Path, bool Optional)> Files { get; } = [];

    /// <summary>The sections to read instead of the app's <c>Gateway</c> section.</summary>
    public List<IConfiguration> Sections { get; } = [];

    public IGatewayBuilder JsonFile(string path, bool optional = false)
    {
        Files.Add((path, optional));
        return this;
    }

    public IGatewayBuilder Configuration(IConfiguration section)
    {
        Sections.Add(section);
        return this;
    }

    public IGatewayBuilder Route(string id, Action<GatewayRouteBuilder> configure) => Add("Routes", id, new GatewayRouteBuilder(), configure);

    public IGatewayBuilder Upstream(string id, Action<GatewayUpstreamBuilder> configure) =>
        Add("Upstreams", id, new GatewayUpstreamBuilder(), configure);

    public IGatewayBuilder Policy(string name, Action<GatewayPolicyBuilder> configure) =>
        Add("Policies", name, new GatewayPolicyBuilder(), configure);

    public IGatewayBuilder RouteDefaults(Action<GatewayPolicyBuilder> configure) =>
        Add("Defaults", "Route", new GatewayPolicyBuilder(), configure);

    public IGatewayBuilder UpstreamDefaults(Action<GatewayUpstreamBuilder> configure) =>
        Add("Defaults", "Upstream", new GatewayUpstreamBuilder(), configure);

    public IGatewayBuilder Root(string key, GatewayConfigNode value)
    {
        _root[key] = value;
        return this;
    }

    /// <summary>What was set, as a tree.</summary>
    public GatewayConfigNode ToNode() => GatewayConfigNode.Object(
        [.. _root, .. _maps.Select(map => KeyValuePair.Create(map.Key, GatewayConfigNode.Object(map.Value)))]);

    private GatewayBuilder Add<T>(string map, string id, T item, Action<T> configure)
        where T : ModuleSet
    {
        configure(item);
        if (!_maps.TryGetValue(map, out var items))
            _maps[map] = items = [];
        items[id] = item.ToNode();
        return this;
    }
}
