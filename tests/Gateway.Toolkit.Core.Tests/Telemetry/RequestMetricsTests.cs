using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Gateway.Toolkit.Core.Tests.Engine;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Core.Tests.Telemetry;

public class RequestMetricsTests
{
    [Fact]
    public async Task Series_RandomHostsPathsMethodsAndDestinations_AreAFixedNumber()
    {
        int[] statuses = [200, 404, 503];
        await using var gateway = await ScriptedGateway.StartAsync(
            exchange => ValueTask.FromResult(new ExchangeResponse(int.Parse(exchange.Headers["X-Status"].ToString()))));
        using var metrics = new MetricsProbe(gateway.Services);
        foreach (var route in (string[])["orders", "stock"])
        {
            foreach (var method in (string[])["GET", "PUT", "BREW"])
            {
                foreach (var status in statuses)
                    await SendAsync(gateway, route, method, "/", "known", status);
            }
        }

        await SendAsync(gateway, "closed", "GET", "/", "known", 200);
        await metrics.ReachesAsync("gateway.active_requests{gateway.route=closed}", 0);
        metrics.Observe();
        var series = metrics.Series;

        // 2 routes × 3 methods × 3 statuses and the refused one; 3 routes; 3 statuses of 1 upstream; 1 upstream; 1 error; 2 gauges.
        Assert.Equal(19 + 3 + 3 + 1 + 1 + 2, series.Count);
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var method = random.Next(3) switch { 0 => "GET", 1 => "PUT", _ => $"X{random.Next():x}" };
            await SendAsync(gateway, random.Next(2) == 0 ? "orders" : "stock", method, $"/{random.Next():x}?{random.Next():x}", $"{random.Next():x}.example", statuses[random.Next(3)]);
        }

        metrics.Observe();
        Assert.Equal(series, metrics.Series);
    }

    [Fact]
    public async Task Duration_OfAnAnswer_HasRouteMethodAndStatus()
    {
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Ok);
        using var metrics = new MetricsProbe(gateway.Services);

        (await gateway.GetAsync("orders")).Dispose();

        await metrics.ReachesAsync("gateway.active_requests{gateway.route=orders}", 0);
        Assert.Single(metrics.Values("gateway.request.duration{gateway.route=orders,http.request.method=GET,http.response.status_code=200}"));
        Assert.Single(metrics.Values("gateway.attempt.duration{gateway.upstream=u,http.response.status_code=200}"));
        Assert.Equal([1, -1], metrics.Values("gateway.active_attempts{gateway.upstream=u}"));
    }

    [Fact]
    public async Task Duration_AroundASlowOrigin_IsItsTimeInSeconds()
    {
        ToyGateway? running = null;
        await using var gateway = running = await ScriptedGateway.StartAsync(exchange =>
        {
            running!.Time.Advance(TimeSpan.FromMilliseconds(1500));
            return ScriptedGateway.Ok(exchange);
        });
        using var metrics = new MetricsProbe(gateway.Services);

        (await gateway.GetAsync("orders")).Dispose();

        await metrics.ReachesAsync("gateway.request.duration{gateway.route=orders,http.request.method=GET,http.response.status_code=200}", 1.5);
        await metrics.ReachesAsync("gateway.attempt.duration{gateway.upstream=u,http.response.status_code=200}", 1.5);
    }

    [Fact]
    public async Task Problem_OfAnUpstream_IsTheErrorTypeEverywhere()
    {
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Fails(GatewayProblem.ConnectFailed));
        using var metrics = new MetricsProbe(gateway.Services);

        (await gateway.GetAsync("orders")).Dispose();

        await metrics.ReachesAsync("gateway.active_requests{gateway.route=orders}", 0);
        Assert.Single(metrics.Values("gateway.request.duration{error.type=connect-failed,gateway.route=orders,http.request.method=GET,http.response.status_code=502}"));
        Assert.Single(metrics.Values("gateway.attempt.duration{error.type=connect-failed,gateway.upstream=u}"));
        Assert.Equal(1, metrics.Sum("gateway.errors{error.type=connect-failed,gateway.route=orders}"));
        Assert.Equal(0, metrics.Sum("gateway.active_attempts{gateway.upstream=u}"));
    }

    [Fact]
    public async Task Problem_OfARequestWithoutARoute_IsAnErrorWithoutOne()
    {
        await using var gateway = await ScriptedGateway.StartAsync(
            ScriptedGateway.Ok, map: app => app.Map("/none", context => GatewayRequest.RejectAsync(context, GatewayProblem.NoRoute)));
        using var metrics = new MetricsProbe(gateway.Services);

        using var response = await gateway.Client.GetAsync("/none");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(["gateway.errors{error.type=no-route}"], metrics.Series);
    }

    [Fact]
    public async Task Exception_OfALocalEndpoint_IsCountedAsTheAppWillAnswerIt()
    {
        await using var gateway = await ScriptedGateway.StartAsync(
            ScriptedGateway.Ok,
            map: app => app.MapGet("/broken", IResult () => throw new NotSupportedException()).WithGateway(policy => policy.Set("Guard", "x")));
        using var metrics = new MetricsProbe(gateway.Services);

        using var response = await gateway.Client.GetAsync("/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        await metrics.ReachesAsync("gateway.active_requests{gateway.route=GET /broken}", 0);
        Assert.Single(metrics.Values(
            "gateway.request.duration{error.type=endpoint-failed,gateway.route=GET /broken,http.request.method=GET,http.response.status_code=500}"));
    }

    [Fact]
    public async Task Active_WhileABodyStreams_CountsRequestAndAttempt()
    {
        var body = new Pipe();
        await using var gateway = await ScriptedGateway.StartAsync(_ => ValueTask.FromResult(new ExchangeResponse(200) { Body = body.Reader }));
        using var metrics = new MetricsProbe(gateway.Services);
        await body.Writer.WriteAsync("x"u8.ToArray());

        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Route", "orders" } } };
        using var response = await gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(1, metrics.Sum("gateway.active_requests{gateway.route=orders}"));
        Assert.Equal(1, metrics.Sum("gateway.active_attempts{gateway.upstream=u}"));
        var destination = gateway.Engine.Snapshot.Upstreams["u"].Destinations[0];
        Assert.Equal(1, destination.ActiveAttempts);
        await body.Writer.CompleteAsync();
        Assert.Equal("x", await response.Content.ReadAsStringAsync());
        await metrics.ReachesAsync("gateway.active_requests{gateway.route=orders}", 0);
        Assert.Equal(0, metrics.Sum("gateway.active_attempts{gateway.upstream=u}"));
        Assert.Equal(0, destination.ActiveAttempts);
    }

    [Fact]
    public async Task Active_ListenerThatComesLate_NeverSeesARequestOnlyGo()
    {
        var came = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var gateway = await ScriptedGateway.StartAsync(async exchange =>
        {
            came.SetResult();
            await go.Task;
            return new ExchangeResponse(200);
        });
        var request = gateway.GetAsync("orders");
        await came.Task;
        using var metrics = new MetricsProbe(gateway.Services);
        go.SetResult();
        (await request).Dispose();

        Assert.DoesNotContain(metrics.Series, series => series.StartsWith("gateway.active", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upgrade_ThatStaysOpen_IsActiveButMeasuredToItsHandshake()
    {
        var origin = new Pipe();
        await using var gateway = await ScriptedGateway.StartAsync(_ => ValueTask.FromResult(
            new ExchangeResponse(101) { Upgraded = new Duplex(origin.Reader, PipeWriter.Create(Stream.Null)) }));
        using var metrics = new MetricsProbe(gateway.Services);
        using var socket = new TcpClient();
        await socket.ConnectAsync(gateway.Client.BaseAddress!.Host, gateway.Client.BaseAddress.Port);
        await socket.GetStream().WriteAsync(
            "GET / HTTP/1.1\r\nHost: x\r\nX-Route: orders\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"u8.ToArray());
        const string Duration = "gateway.request.duration{gateway.route=orders,http.request.method=GET,http.response.status_code=101}";
        await Eventually.HoldsAsync(() => metrics.Values(Duration).Count > 0, "the handshake is measured");

        gateway.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, metrics.Sum("gateway.active_requests{gateway.route=orders}"));
        Assert.Equal(1, metrics.Sum("gateway.active_attempts{gateway.upstream=u}"));
        await origin.Writer.CompleteAsync();
        await metrics.ReachesAsync("gateway.active_requests{gateway.route=orders}", 0);
        Assert.Equal(0, Assert.Single(metrics.Values(Duration)));
        Assert.Equal(0, metrics.Sum("gateway.active_attempts{gateway.upstream=u}"));
        Assert.Single(metrics.Series, series => series.StartsWith("gateway.request.duration", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Attempt_ThatThrows_IsCountedOut()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => throw new InvalidOperationException("defect"));
        using var metrics = new MetricsProbe(gateway.Services);

        using var response = await gateway.GetAsync("orders");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        await metrics.ReachesAsync("gateway.active_attempts{gateway.upstream=u}", 0);
        Assert.Single(metrics.Values("gateway.attempt.duration{error.type=internal-error,gateway.upstream=u}"));
        Assert.Equal(0, gateway.Engine.Snapshot.Upstreams["u"].Destinations[0].ActiveAttempts);
    }

    [Fact]
    public async Task ClientThatLeaves_IsAClientClosedOfStatus499()
    {
        var came = new TaskCompletionSource();
        await using var gateway = await ScriptedGateway.StartAsync(async exchange =>
        {
            came.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, exchange.Cancellation);
            return new ExchangeResponse(200);
        });
        using var metrics = new MetricsProbe(gateway.Services);
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Route", "orders" } } };
        var response = gateway.Client.SendAsync(request, leaving.Token);
        await came.Task;
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response);
        await metrics.ReachesAsync("gateway.errors{error.type=client-closed,gateway.route=orders}", 1);
        await metrics.ReachesAsync("gateway.active_requests{gateway.route=orders}", 0);
        Assert.Single(metrics.Values("gateway.request.duration{error.type=client-closed,gateway.route=orders,http.request.method=GET,http.response.status_code=499}"));
        Assert.Single(metrics.Values("gateway.attempt.duration{error.type=cancelled,gateway.upstream=u}"));
        Assert.Contains(gateway.Log.Lines, line => line.StartsWith("Debug: Route orders: 499 client-closed", StringComparison.Ordinal));
        Assert.DoesNotContain(gateway.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    private static async Task SendAsync(ToyGateway gateway, string route, string method, string path, string host, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Headers = { { "X-Route", route }, { "X-Status", status.ToString() } },
        };
        request.Headers.Host = host;
        (await gateway.Client.SendAsync(request)).Dispose();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
