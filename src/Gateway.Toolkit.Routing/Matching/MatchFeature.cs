using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit.Routing;

/// <summary>What the table found for a request, kept until it is known whether an endpoint of the app's own wins over it.</summary>
internal sealed class MatchFeature(GatewayRoute? route, Endpoint endpoint, RouteValueDictionary values, GatewayProblem? problem)
{
    /// <summary>The route; null for a request that is rejected.</summary>
    public GatewayRoute? Route => route;

    public Endpoint Endpoint => endpoint;

    public RouteValueDictionary Values => values;

    /// <summary>Why the request is rejected; null for one that matched.</summary>
    public GatewayProblem? Problem => problem;

    /// <summary>Tells the gateway of the match, once.</summary>
    public void Announce(HttpContext context)
    {
        if (route is not null && context.Features.Get<IGatewayFeature>()?.Route != route)
            GatewayRequest.Matched(context, route, values);
    }
}
