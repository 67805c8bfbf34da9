using System.Diagnostics.Metrics;
using Gateway.Toolkit.Core.Tests.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Core.Tests.Telemetry;

[Collection(nameof(Spans))]
public class NoListenerTests
{
    [Fact]
    public async Task Measuring_NobodyListens_AllocatesNothing()
    {
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Ok);
        var telemetry = new GatewayTelemetry(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>(), TimeProvider.System);
        var snapshot = gateway.Engine.Snapshot;
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        var feature = new GatewayFeature(snapshot.Routes["orders"], []);
        var exchange = new Exchange(feature.Route, new(context.Request.Headers)) { Method = "GET", Scheme = "http", Host = "x", Target = "/", Protocol = "HTTP/1.1" };
        var destination = snapshot.Upstreams["u"].Destinations[0];
        Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Run();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);

        void Run()
        {
            var request = telemetry.Start(context, feature, snapshot);
            var attempt = telemetry.StartAttempt(destination);
            Assert.Null(GatewayTelemetry.StartSpan(exchange, destination));
            telemetry.RecordAttempt(destination, attempt, 200, null);
            telemetry.Failed(context, feature.Route, GatewayProblem.ConnectFailed);
            telemetry.Stop(context, feature, request, 200, null);
        }
    }
}
