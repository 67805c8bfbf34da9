using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Toolkit.Routing;

internal static class RespondingServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IGatewayModule, RespondModule>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IGatewayModule, RedirectModule>());
    }
}
