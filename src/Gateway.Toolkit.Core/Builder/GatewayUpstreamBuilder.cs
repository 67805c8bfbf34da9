namespace Gateway.Toolkit;

/// <summary>Sets the destinations and modules of an upstream.</summary>
public sealed class GatewayUpstreamBuilder : ModuleSet, IUpstreamModules
{
    private readonly Dictionary<string, GatewayConfigNode> _destinations = [];

    internal GatewayUpstreamBuilder()
    {
    }

    /// <summary>Adds a destination; its id is <c>a</c>, <c>b</c>, … in the order of calls.</summary>
    /// <param name="address">An absolute http or https address; a path in it goes before the request's.</param>
    public GatewayUpstreamBuilder Destination(string address) => Destination(NextId(), address);

    /// <summary>Adds a destination under an id.</summary>
    /// <param name="id">The id, seen in <c>explain</c>, logs and health.</param>
    /// <param name="address">An absolute http or https address; a path in it goes before the request's.</param>
    /// <param name="configure">Sets the destination's own modules.</param>
    public GatewayUpstreamBuilder Destination(string id, string address, Action<GatewayDestinationBuilder>? configure = null)
    {
        var destination = new GatewayDestinationBuilder(address);
        configure?.Invoke(destination);
        _destinations[id] = destination.ToNode();
        Set("Destinations", GatewayConfigNode.Object(_destinations));
        return this;
    }

    private string NextId()
    {
        var number = _destinations.Count;
        return number < 26 ? ((char)('a' + number)).ToString() : $"d{number + 1}";
    }
}
