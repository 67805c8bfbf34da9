using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Toolkit.Routing;

/// <summary>Registers matching.</summary>
internal static class MatchingServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IGatewayModule, MatchModule>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IGatewayModule, OrderModule>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISnapshotPart, RouteTablePart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, GatewayMatcherPolicy>());
        services.TryAddSingleton<GatewayEndpointDataSource>();
        services.TryAddSingleton<MatchFinder>();
    }
}
