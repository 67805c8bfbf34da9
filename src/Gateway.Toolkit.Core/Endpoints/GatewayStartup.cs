using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit;

/// <summary>
/// Loads the configuration when the app's endpoints are known and before its server listens, so that errors stop the start.
/// </summary>
internal sealed class GatewayStartup(GatewayEngine engine) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        var endpoints = app.ApplicationServices.GetService<EndpointDataSource>()?.Endpoints ?? [];
        engine.Start(LocalEndpoint.Distinct(endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<LocalEndpoint>()).OfType<LocalEndpoint>()));
        if (engine.Snapshot.Routes.Count > 0 && !endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<IGatewayEndpointMetadata>() is not null))
        {
            throw new InvalidOperationException(
                "The gateway has routes, but nothing sends requests to them: add \"app.MapGateway();\" before \"app.Run();\"");
        }
    };
}
