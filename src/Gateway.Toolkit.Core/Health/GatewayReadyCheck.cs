using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Toolkit;

/// <summary>
/// Ready from the first snapshot on. Errors of a later load degrade it and no more: the last good configuration serves, and
/// taking every instance out of use for a misspelt key would make an outage of it.
/// </summary>
internal sealed class GatewayReadyCheck(GatewayEngine engine) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (engine.Current is not { } snapshot)
            return HealthCheckResult.Unhealthy("No configuration is in use yet");
        var errors = engine.Errors.Count(error => !error.IsWarning);
        var held = engine.Held.Select(item => item.ToString()).Order(StringComparer.Ordinal).ToArray();
        var data = new Dictionary<string, object> { ["snapshot"] = snapshot.Hash, ["errors"] = errors, ["held"] = held };
        return !engine.IsDegraded
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded("The last load of the configuration has errors; what was in use before stays in use", data: data);
    }
}
