using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Toolkit.Routing;

/// <summary>Registers the modules of forwarding and balancing.</summary>
internal static class ForwardingServices
{
    public static void Add(IServiceCollection services) => services.TryAddEnumerable(
    [
        ServiceDescriptor.Singleton<IGatewayModule, ForwardModule>(),
        ServiceDescriptor.Singleton<IGatewayModule, ForwardedHeadersModule>(),
        ServiceDescriptor.Singleton<IGatewayModule, HostModule>(),
        ServiceDescriptor.Singleton<IGatewayModule, HttpModule>(),
        ServiceDescriptor.Singleton<IGatewayModule, LoadBalancingModule>(),
        ServiceDescriptor.Singleton<IGatewayModule, TimeoutModule>(),
    ]);
}
