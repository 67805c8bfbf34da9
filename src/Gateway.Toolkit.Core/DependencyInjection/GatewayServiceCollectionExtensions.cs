using Gateway.Toolkit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the gateway's core to an app.</summary>
public static class GatewayServiceCollectionExtensions
{
    /// <summary>
    /// Adds the gateway's core: configuration, chains, local endpoints. Packages add their modules to what this returns;
    /// <c>AddGateway()</c> of the package Gateway.Toolkit adds all of them. May be called several times.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Says in code what the gateway does; the app's <c>Gateway</c> section is laid on top.</param>
    public static IGatewayBuilder AddGatewayCore(this IServiceCollection services, Action<IGatewayBuilder>? configure = null)
    {
        var builder = services.FirstOrDefault(service => service.ServiceType == typeof(GatewayBuilder))?.ImplementationInstance as GatewayBuilder;
        if (builder is null)
        {
            builder = new(services);
            services.AddSingleton(builder);
            services.AddRouting();
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton<ModuleCatalog>();
            services.AddMetrics();
            services.AddSingleton<GatewayTelemetry>();
            services.AddSingleton<FailureLog>();
            services.AddSingleton<ProblemResponder>();
            services.AddSingleton<RequestPipeline>();
            services.AddSingleton<SnapshotBuilder>();
            services.AddSingleton<IGatewayConfiguration>(Configuration);
            services.AddSingleton<GatewayEngine>();
            services.AddSingleton<IGateway>(provider => provider.GetRequiredService<GatewayEngine>());
            services.AddSingleton<IStartupFilter, GatewayStartup>();
            services.AddSingleton<IGatewayModule, ReloadModule>();
        }

        configure?.Invoke(builder);
        return builder;
    }

    private static GatewayConfiguration Configuration(IServiceProvider provider)
    {
        var builder = provider.GetRequiredService<GatewayBuilder>();
        var app = provider.GetRequiredService<IConfiguration>();
        var contentRoot = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
        return new(
            builder.Sources(app, contentRoot),
            ConfigShape.Of(provider.GetRequiredService<ModuleCatalog>()),
            app,
            contentRoot,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<GatewayConfiguration>>());
    }
}
