using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit;

internal sealed class GatewayFeature(GatewayRoute route, RouteValueDictionary values) : IGatewayFeature
{
    public GatewayRoute Route { get; set; } = route;

    public RouteValueDictionary RouteValues { get; set; } = values;

    public Exchange? Exchange { get; set; }

    public GatewayProblem? Problem { get; set; }

    /// <summary>Whether the connection has changed its protocol, and with it left HTTP.</summary>
    public bool IsUpgraded { get; set; }

    /// <summary>Who answers failures; null before the chain runs. Here so that refusing a request needs no service lookup.</summary>
    public ProblemResponder? Problems { get; set; }

    /// <summary>The local endpoint behind the chain; null for routes.</summary>
    public LocalCall? Local { get; init; }
}
