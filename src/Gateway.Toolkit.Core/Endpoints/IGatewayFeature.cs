using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit;

/// <summary>What the gateway knows of a request it serves; on <c>HttpContext.Features</c> from matching on.</summary>
public interface IGatewayFeature
{
    /// <summary>The route, or the local endpoint's place among routes.</summary>
    GatewayRoute Route { get; }

    /// <summary>The values that the route's path template captured.</summary>
    RouteValueDictionary RouteValues { get; }

    /// <summary>The exchange, once admission has let the request in; null before.</summary>
    Exchange? Exchange { get; }

    /// <summary>Why the gateway answered by itself, once it has; null otherwise.</summary>
    GatewayProblem? Problem { get; }
}
