using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit;

internal sealed class GatewayBuilder(IServiceCollection services) : IGatewayBuilder
{
    private readonly List<Func<IConfiguration, string, IConfigSource>> _sources = [];
    private readonly Dictionary<string, GatewayConfigNode> _root = [];
    private readonly Dictionary<string, Dictionary<string, GatewayConfigNode>> _maps = [];
    private bool _readsAppSection = true;

    public IServiceCollection Services => services;

    public IGatewayBuilder JsonFile(string path, bool optional = false)
    {
        _sources.Add((_, contentRoot) => new JsonFileLayer(path, Path.GetFullPath(path, contentRoot), optional));
        return this;
    }

    public IGatewayBuilder Configuration(IConfiguration section)
    {
        _readsAppSection = false;
        _sources.Add((app, _) => new SectionSource(section, app));
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

    /// <summary>
    /// All sources, the lowest first: code, files and sections in the order of calls, and, unless a section was given, the
    /// app's own: with it comes the environment, which must be able to change what a file says.
    /// </summary>
    public IReadOnlyList<IConfigSource> Sources(IConfiguration app, string contentRoot)
    {
        var code = GatewayConfigNode.Object(
            [.. _root, .. _maps.Select(map => KeyValuePair.Create(map.Key, GatewayConfigNode.Object(map.Value)))]);
        return
        [
            new CodeLayer(code),
            .. _sources.Select(source => source(app, contentRoot)),
            .. _readsAppSection ? [new SectionSource(app, app)] : Array.Empty<IConfigSource>(),
        ];
    }

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
