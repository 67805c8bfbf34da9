namespace Gateway.Toolkit;

/// <summary>
/// An endpoint of the app with gateway modules; metadata of that endpoint. Conventions may make several of these for one
/// endpoint, so it holds no state but what it found in the latest snapshot.
/// </summary>
internal sealed class LocalEndpoint(string id, GatewayConfigNode node)
{
    /// <summary>What names local endpoints among the items of a configuration.</summary>
    public const string Section = "Endpoints";

    private GatewayRoute? _route;

    /// <summary>The endpoint's name: its methods and route pattern.</summary>
    public string Id => id;

    /// <summary>Its modules, as code set them.</summary>
    public GatewayConfigNode Node => node;

    /// <summary>Its place in a snapshot.</summary>
    public GatewayRoute RouteIn(GatewaySnapshot snapshot)
    {
        var route = _route;
        if (route?.Snapshot != snapshot)
            _route = route = snapshot.LocalRoutes[id];
        return route;
    }
}
