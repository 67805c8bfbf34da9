using System.Globalization;
using Gateway.Toolkit.Core.Tests.Engine;

namespace Gateway.Toolkit.Core.Tests.Telemetry;

public class ConfigurationMetricsTests
{
    [Fact]
    public async Task Gauges_OfTheSnapshot_FollowReloads()
    {
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Ok);
        using var metrics = new MetricsProbe(gateway.Services);
        metrics.Observe();
        var before = gateway.Engine.Snapshot.Hash;

        await gateway.ReloadAsync(ScriptedGateway.Config
            .Replace("\"orders\": { \"Dispatch\"", "\"orders\": { \"Dispatchh\": 1, \"Dispatch\"", StringComparison.Ordinal)
            .Replace("\"Guard\": \"x\"", "\"Guard\": \"y\"", StringComparison.Ordinal));
        metrics.Observe();

        Assert.NotEqual(before, gateway.Engine.Snapshot.Hash);
        Assert.Equal([AsNumber(before), AsNumber(gateway.Engine.Snapshot.Hash)], metrics.Values("gateway.config.hash{}"));
        Assert.Equal([0, 1], metrics.Values("gateway.config.held_items{}"));
    }

    [Theory]
    [InlineData("applied", "\"Guard\": \"x\"", "\"Guard\": \"y\"")]
    [InlineData("unchanged", "", "")]
    [InlineData("partial", "\"Guard\": \"x\"", "\"Guard\": 1.5")]
    [InlineData("rejected", "{ \"Routes\"", "{ \"Reload\": { \"Apply\": \"AllOrNothing\" }, \"Nonsense\": 1, \"Routes\"")]
    [InlineData("failed", null, null)]
    public async Task Reload_ByItsResult_IsCounted(string result, string? old, string? replacement)
    {
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Ok);
        using var metrics = new MetricsProbe(gateway.Services);

        if (old is null)
        {
            gateway.Configuration.Root = null!;
            await Assert.ThrowsAnyAsync<Exception>(() => gateway.Engine.ReloadAsync());
        }
        else
        {
            await gateway.ReloadAsync(old.Length == 0 ? ScriptedGateway.Config : ScriptedGateway.Config.Replace(old, replacement, StringComparison.Ordinal));
        }

        Assert.Equal([$"gateway.config.reloads{{gateway.reload.result={result}}}"], metrics.Series);
    }

    private static double AsNumber(string hash) => long.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
