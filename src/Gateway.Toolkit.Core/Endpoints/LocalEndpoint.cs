namespace Gateway.Toolkit;

/// <summary>
/// An endpoint of the app with gateway modules; metadata of that endpoint. Conventions may make several of these for one
/// endpoint, so it holds no state but what it found in the latest snapshot.
/// </summary>
internal sealed class LocalEndpoint(string name, GatewayConfigNode node)
{
    /// <summary>What names local endpoints among the items of a configuration.</summary>
    public const string Section = "Endpoints";

    private GatewayConfigNode _node = node;
    private GatewayRoute? _route;
    private int _number = 1;

    /// <summary>The endpoint's methods, route pattern and hosts; and a number, where several endpoints are equal in these.</summary>
    public string Id => _number == 1 ? name : Numbered(_number);

    /// <summary>Its modules, as code set them.</summary>
    public GatewayConfigNode Node => _node;

    /// <summary>The endpoints that differ in name or modules, each with an id of its own.</summary>
    public static IReadOnlyList<LocalEndpoint> Distinct(IEnumerable<LocalEndpoint> endpoints)
    {
        var distinct = new Dictionary<string, LocalEndpoint>();
        foreach (var endpoint in endpoints)
        {
            while (!distinct.TryAdd(endpoint.Id, endpoint) && !distinct[endpoint.Id].Node.Equals(endpoint.Node))
                endpoint._number++;
        }

        return [.. distinct.Values];
    }

    /// <summary>
    /// Takes the modules of the group that the endpoint is in: its own win over them, and its policies come after the group's.
    /// </summary>
    public void Inherit(GatewayConfigNode group)
    {
        var own = _node.Members.Where(member => member.Key != "Use" || group.Find("Use") is null);
        var inherited = group.Members.Where(member => member.Key == "Use" || _node.Find(member.Key) is null).Select(member =>
            member.Key == "Use" && _node.Find("Use") is { } use
                ? KeyValuePair.Create("Use", GatewayConfigNode.Array([.. Names(member.Value), .. Names(use)]))
                : member);
        _node = GatewayConfigNode.Object([.. inherited, .. own]).AsRoot(_node.Path);
    }

    /// <summary>Its place in a snapshot.</summary>
    /// <exception cref="InvalidOperationException">The endpoint was added after the app had started.</exception>
    public GatewayRoute RouteIn(GatewaySnapshot snapshot)
    {
        var route = _route;
        if (route?.Snapshot == snapshot)
            return route;
        if (!snapshot.LocalRoutes.TryGetValue(name, out route))
            throw new InvalidOperationException($"{name} was added after the start: WithGateway works on endpoints that are there when the app starts");
        for (var number = 2; !route.Node.Equals(_node); number++)
            route = snapshot.LocalRoutes[Numbered(number)];
        return _route = route;
    }

    private static IEnumerable<GatewayConfigNode> Names(GatewayConfigNode use) =>
        GatewayValues.List(GatewayValues.String).TryRead(use, new(), out var names) ? names.Select(name => GatewayConfigNode.String(name)) : [use];

    private string Numbered(int number) => $"{name} ({number})";
}
