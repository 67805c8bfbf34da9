using Gateway.Toolkit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the gateway to an app's health checks.</summary>
public static class GatewayHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds two checks: <c>gateway-live</c> (tag <c>live</c>), healthy as long as the process answers, and
    /// <c>gateway-ready</c> (tag <c>ready</c>), unhealthy before the first configuration is in use and degraded while the last
    /// load has errors, with the snapshot's hash, the number of errors and the names of the items held back as data.
    /// </summary>
    /// <param name="builder">What <c>services.AddHealthChecks()</c> returned.</param>
    public static IHealthChecksBuilder AddGateway(this IHealthChecksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .AddCheck("gateway-live", () => HealthCheckResult.Healthy(), ["live"])
            .Add(new HealthCheckRegistration("gateway-ready", ReadyCheck, null, ["ready"]));

        static IHealthCheck ReadyCheck(IServiceProvider services) =>
            new GatewayReadyCheck(services.GetService<GatewayEngine>() ?? throw new InvalidOperationException(
                "AddHealthChecks().AddGateway() is there, but the gateway is not: add \"builder.Services.AddGateway();\""));
    }
}
