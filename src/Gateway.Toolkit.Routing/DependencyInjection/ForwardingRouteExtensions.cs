using Gateway.Toolkit;
using Gateway.Toolkit.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says in code where the requests of routes go, and how.</summary>
public static class ForwardingRouteExtensions
{
    /// <summary>Sends the route's requests on to an upstream.</summary>
    /// <param name="route">The route.</param>
    /// <param name="upstream">The upstream's name.</param>
    public static GatewayRouteBuilder Forward(this GatewayRouteBuilder route, string upstream) =>
        route.Forward(new ForwardOptions { Upstream = upstream });

    /// <summary>Sends the route's requests on to an upstream.</summary>
    public static GatewayRouteBuilder Forward(this GatewayRouteBuilder route, ForwardOptions options) => route.Set("Forward", options);

    /// <summary>Limits the time of the route's requests, in place of what its upstream says.</summary>
    /// <param name="target">The route, or what routes share.</param>
    /// <param name="total">How long the whole may take.</param>
    public static TTarget Timeout<TTarget>(this TTarget target, TimeSpan total)
        where TTarget : IRouteModules => target.Timeout(new TimeoutOptions { Total = total });

    /// <summary>Limits the time of the route's requests, in place of what its upstream says.</summary>
    public static TTarget Timeout<TTarget>(this TTarget target, TimeoutOptions options)
        where TTarget : IRouteModules => target.Set("Timeout", options);

    /// <summary>Says what destinations are told about the client, in place of what the upstream says.</summary>
    public static TTarget ForwardedHeaders<TTarget>(this TTarget target, ForwardedHeaderOptions options)
        where TTarget : IRouteModules => target.Set("ForwardedHeaders", options);
}
