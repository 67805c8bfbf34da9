using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit;

internal sealed class GatewayBuilder(IServiceCollection services) : IGatewayBuilder
{
    private readonly Dictionary<string, GatewayConfigNode> _root = [];
    private readonly Dictionary<string, Dictionary<string, GatewayConfigNode>> _maps = [];
    private readonly List<Func<IConfiguration, string, IConfigSource>> _sources = [];
    private bool _hasSection;

    public IServiceCollection Services => services;

    public IGatewayBuilder JsonFile(string path, bool optional = false)
    {
        _sources.Add((_, contentRoot) => new JsonFileLayer(path, Path.GetFullPath(Path.Combine(contentRoot, path)), optional));
        return this;
    }

    public IGatewayBuilder Configuration(IConfiguration section)
    {
        _sources.Add((app, _) => new SectionSource(section, app));
        _hasSection = true;
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
    /// The sources, the lowest first: code, then files and sections in the order of calls; the app's own section, where none
    /// was named, comes last, so that an environment variable can change what a file says.
    /// </summary>
    public IReadOnlyList<IConfigSource> ToSources(IConfiguration app, string contentRoot)
    {
        List<IConfigSource> sources = [new CodeLayer(ToNode()), .. _sources.Select(source => source(app, contentRoot))];
        if (!_hasSection)
            sources.Add(new SectionSource(app, app));
        return sources;
    }

    private GatewayConfigNode ToNode() => GatewayConfigNode.Object(
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
