using Gateway.Toolkit.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Sends an app's requests to the gateway's routes.</summary>
public static class GatewayEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Sends requests to the gateway's routes. The app's own endpoints win over routes, routes win over the app's fallbacks; what
    /// matches no route goes on as if there were no gateway. The place of the call among others makes no difference.
    /// </summary>
    /// <param name="endpoints">The app, or a group without a prefix.</param>
    /// <returns>
    /// For conventions that hold for every route: <c>RequireAuthorization</c>, <c>RequireHost</c>, <c>RequireCors</c>,
    /// <c>RequireRateLimiting</c>, <c>CacheOutput</c>, <c>WithRequestTimeout</c>, <c>WithMetadata</c>.
    /// </returns>
    /// <exception cref="InvalidOperationException">The gateway is not added, or this was called before.</exception>
    public static IEndpointConventionBuilder MapGateway(this IEndpointRouteBuilder endpoints)
    {
        var source = endpoints.ServiceProvider.GetService<GatewayEndpointDataSource>() ?? throw new InvalidOperationException(
            "MapGateway() has no gateway to send requests to: add \"builder.Services.AddGateway();\" before \"builder.Build()\"");
        if (source.IsMapped)
            throw new InvalidOperationException("MapGateway() was called before: one call serves all routes");
        source.IsMapped = true;
        endpoints.DataSources.Add(source);
        return source;
    }
}
