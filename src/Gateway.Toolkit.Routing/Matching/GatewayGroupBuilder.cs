namespace Gateway.Toolkit.Routing;

/// <summary>
/// Routes with a prefix, hosts and modules in common. The modules are a policy of the group's own: a route's modules, and those
/// of policies that it uses, win over them.
/// </summary>
public sealed class GatewayGroupBuilder : IRouteModules
{
    private readonly IGatewayBuilder _gateway;
    private readonly string _prefix;
    private readonly List<Action<GatewayPolicyBuilder>> _modules = [];
    private readonly List<(string Id, Action<GatewayRouteBuilder> Configure)> _routes = [];
    private GatewayList<string> _hosts = [];

    internal GatewayGroupBuilder(IGatewayBuilder gateway, string prefix) => (_gateway, _prefix) = (gateway, prefix.TrimEnd('/'));

    /// <inheritdoc/>
    public void Set(string key, GatewayConfigNode value) => _modules.Add(policy => policy.Set(key, value));

    /// <summary>The hosts of routes that name none; see <see cref="MatchOptions.Hosts"/>.</summary>
    public GatewayGroupBuilder Hosts(params string[] hosts)
    {
        _hosts = [.. hosts];
        return this;
    }

    /// <summary>Adds a route. Its path goes on where the group's prefix ends; without one it gets all below the prefix.</summary>
    public GatewayGroupBuilder Route(string id, Action<GatewayRouteBuilder> configure)
    {
        _routes.Add((id, configure));
        return this;
    }

    internal void Apply()
    {
        if (_routes.Count == 0)
            return;

        // A prefix may have several groups, but a route has one place.
        var policy = $"group of {_routes[0].Id}";
        if (_modules.Count > 0)
            _gateway.Policy(policy, target => _modules.ForEach(set => set(target)));
        foreach (var (id, configure) in _routes)
        {
            _gateway.Route(id, route =>
            {
                configure(route);
                route.Set("Match", Within(route.Find("Match")));
                if (_modules.Count > 0)
                    route.Use([policy, .. Names(route.Find("Use"))]);
            });
        }
    }

    private MatchOptions Within(GatewayConfigNode? node)
    {
        var match = new MatchOptions();
        if (node is not null && GatewayValues.Options<MatchOptions>().TryRead(node, new(), out var own))
            match = own;
        var path = match.Path is null ? "/{**path}" : match.Path.Length > 0 && match.Path[0] != '/' ? $"/{match.Path}" : match.Path;
        return match with { Path = _prefix + (path == "/" ? "" : path), Hosts = match.Hosts.Count == 0 ? _hosts : match.Hosts };
    }

    private static IEnumerable<string> Names(GatewayConfigNode? use) =>
        use is not null && GatewayValues.List(GatewayValues.String).TryRead(use, new(), out var names) ? names : [];
}
