using System.Net;
using Gateway.Toolkit.Core.Tests.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Toolkit.Core.Tests.Health;

public class HealthTests
{
    private static readonly string _broken = ScriptedGateway.Config.Replace(
        "\"orders\": { \"Dispatch\"", "\"orders\": { \"Pasword\": \"s3cret\", \"Dispatch\"", StringComparison.Ordinal);

    [Fact]
    public async Task Ready_ConfigurationInUse_IsHealthyWithItsHash()
    {
        await using var gateway = await StartAsync();

        var ready = await gateway.Client.GetStringAsync("/ready");

        Assert.Equal($"Healthy gateway-ready snapshot={gateway.Engine.Snapshot.Hash} errors=0 held=", ready);
    }

    [Fact]
    public async Task Ready_LastLoadHasErrors_IsDegradedNamesWhatIsHeldAndServesOn()
    {
        await using var gateway = await StartAsync();

        await gateway.ReloadAsync(_broken);

        using var response = await gateway.Client.GetAsync("/ready");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var ready = await response.Content.ReadAsStringAsync();
        Assert.Equal($"Degraded gateway-ready snapshot={gateway.Engine.Snapshot.Hash} errors=1 held=Routes:orders", ready);
        Assert.Equal("Healthy gateway-live", await gateway.Client.GetStringAsync("/live"));
        using var served = await gateway.GetAsync("orders");
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    [Fact]
    public async Task Ready_ErrorsAreMended_IsHealthyAgain()
    {
        await using var gateway = await StartAsync();
        await gateway.ReloadAsync(_broken);

        await gateway.ReloadAsync(ScriptedGateway.Config);

        Assert.StartsWith("Healthy", await gateway.Client.GetStringAsync("/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_BeforeTheFirstConfiguration_IsUnhealthyWhileLiveIsHealthy()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGatewayCore();
        builder.Services.AddHealthChecks().AddGateway();
        await using var app = builder.Build();

        var report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal(HealthStatus.Unhealthy, report.Entries["gateway-ready"].Status);
        Assert.Equal(HealthStatus.Healthy, report.Entries["gateway-live"].Status);
        Assert.Equal(["ready"], report.Entries["gateway-ready"].Tags);
        Assert.Equal(["live"], report.Entries["gateway-live"].Tags);
    }

    private static Task<ToyGateway> StartAsync() => ScriptedGateway.StartAsync(
        ScriptedGateway.Ok,
        builder => builder.Services.AddHealthChecks().AddGateway(),
        app =>
        {
            app.MapHealthChecks("/ready", With("ready"));
            app.MapHealthChecks("/live", With("live"));
        });

    private static HealthCheckOptions With(string tag) => new()
    {
        Predicate = check => check.Tags.Contains(tag),
        ResponseWriter = (context, report) => context.Response.WriteAsync(string.Join(' ', report.Entries.Select(entry =>
            $"{report.Status} {entry.Key}{string.Concat(entry.Value.Data.Select(item => $" {item.Key}={(item.Value is string[] names ? string.Join(',', names) : item.Value)}"))}"))),
    };
}
