using Gateway.Toolkit.Core.Tests.Engine;
using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit.Core.Tests.Telemetry;

public class FailureLogTests
{
    [Fact]
    public async Task Failure_OfAnUpstream_IsOneWarningWithoutAddressOrExceptionText()
    {
        var cause = new HttpRequestException("secret-a.internal:81 refused");
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Fails(GatewayProblem.ConnectFailed with { Cause = cause }));

        using var response = await gateway.GetAsync("orders");

        var trace = await Json.TraceIdAsync(response);
        Assert.Equal([$"Warning: Route orders: 502 connect-failed, upstream u, trace {trace}"], Lines(gateway, "Warning", "Error"));
        Assert.Contains($"Debug: connect-failed in trace {trace} by System.Net.Http.HttpRequestException: secret-a.internal:81 refused", gateway.Log.Lines);
    }

    [Fact]
    public async Task Failure_ThatGoesOn_IsOneLineAMinuteWithItsCount()
    {
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Fails(GatewayProblem.ConnectFailed));

        for (var i = 0; i < 4; i++)
            (await gateway.GetAsync("orders")).Dispose();
        (await gateway.GetAsync("stock")).Dispose();
        Assert.Equal(2, Lines(gateway, "Warning").Length);
        gateway.Time.Advance(TimeSpan.FromSeconds(60));
        (await gateway.GetAsync("orders")).Dispose();
        gateway.Time.Advance(TimeSpan.FromSeconds(60));
        gateway.Time.Advance(TimeSpan.FromSeconds(60));
        (await gateway.GetAsync("orders")).Dispose();

        Assert.Equal(
            [
                "Warning: Route orders: 502",
                "Warning: Route stock: 502",
                "Warning: Route orders: connect-failed 3 more times within a minute, upstream u",
                "Warning: Route orders: connect-failed 1 more times within a minute, upstream u",
                "Warning: Route orders: 502",
            ],
            Lines(gateway, "Warning").Select(line => line.Split(" connect-failed, ")[0]));
    }

    [Fact]
    public async Task Defect_OfAModule_IsAnErrorWithItsStackOnceAMinute()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => throw new InvalidOperationException("defect"));

        for (var i = 0; i < 3; i++)
            (await gateway.GetAsync("orders")).Dispose();
        gateway.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(
            ["Error: Route orders failed", "Error: Route orders: System.InvalidOperationException 2 more times within a minute, upstream none"],
            Lines(gateway, "Warning", "Error"));
        Assert.IsType<InvalidOperationException>(Assert.Single(gateway.Log.Exceptions));
    }

    [Fact]
    public async Task Refusal_OfAModule_IsADebugLine()
    {
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Ok);

        using var response = await gateway.GetAsync("closed");

        Assert.Contains($"Debug: Route closed: 400 bad-request, trace {await Json.TraceIdAsync(response)}", gateway.Log.Lines);
        Assert.Empty(Lines(gateway, "Warning", "Error"));
    }

    [Fact]
    public async Task Success_AtInformation_IsSilent()
    {
        await using var gateway = await ScriptedGateway.StartAsync(
            ScriptedGateway.Ok, builder => builder.Logging.AddFilter((category, level) => category!.StartsWith("Gateway.", StringComparison.Ordinal) && level >= LogLevel.Information));
        var before = gateway.Log.Lines.Count;

        (await gateway.GetAsync("orders")).Dispose();

        Assert.Equal(before, gateway.Log.Lines.Count);
    }

    private static string[] Lines(ToyGateway gateway, params string[] levels) =>
        [.. gateway.Log.Lines.Where(line => levels.Any(level => line.StartsWith(level, StringComparison.Ordinal)))];
}
