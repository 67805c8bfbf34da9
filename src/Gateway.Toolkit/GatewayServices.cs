using Gateway.Toolkit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the whole gateway to an app.</summary>
public static class GatewayServices
{
    /// <summary>
    /// Adds the gateway with all of its packages. Its configuration is the app's <c>Gateway</c> section, on top of what
    /// <paramref name="configure"/> sets in code. Send requests to it with <c>app.MapGateway()</c>.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Says in code what the gateway does.</param>
    public static IGatewayBuilder AddGateway(this IServiceCollection services, Action<IGatewayBuilder>? configure = null) =>
        services.AddGatewayCore(configure).AddRouting();
}
