using Gateway.Toolkit;
using Gateway.Toolkit.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says in code which requests a route gets.</summary>
public static class MatchingRouteExtensions
{
    /// <summary>Matches a path and, if any are named, methods.</summary>
    /// <param name="route">The route.</param>
    /// <param name="path">A route template of ASP.NET, such as <c>/orders/{**rest}</c>.</param>
    /// <param name="methods">The methods; none for all.</param>
    public static GatewayRouteBuilder Match(this GatewayRouteBuilder route, string path, params string[] methods) =>
        route.Match(new MatchOptions { Path = path, Methods = [.. methods] });

    /// <summary>Matches what the options say.</summary>
    public static GatewayRouteBuilder Match(this GatewayRouteBuilder route, MatchOptions options) => route.Set("Match", options);

    /// <summary>Says which of two routes wins that fit a request equally well: the lower one. 0 by default.</summary>
    public static GatewayRouteBuilder Order(this GatewayRouteBuilder route, int order)
    {
        route.Set("Order", GatewayValues.Int32.Write(order));
        return route;
    }
}
