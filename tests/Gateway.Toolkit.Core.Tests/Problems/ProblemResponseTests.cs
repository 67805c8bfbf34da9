using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gateway.Toolkit.Core.Tests.Engine;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Core.Tests.Problems;

public class ProblemResponseTests
{
    private static readonly IOException _lost = new("the connection to secret-a.internal was lost");

    private static readonly GatewayProblem _failure = GatewayProblem.ConnectFailed with
    {
        Cause = new HttpRequestException("secret-a.internal:81 refused"),
        RetryAfter = TimeSpan.FromSeconds(2.2),
        Headers = [new("X-Extra", "1")],
    };

    [Fact]
    public async Task Problem_OfAnUpstream_IsProblemJsonWithProxyStatusAndNothingSecret()
    {
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Fails(_failure));

        using var response = await gateway.GetAsync("orders");

        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(Encoding.UTF8.GetByteCount(text), response.Content.Headers.ContentLength);
        Assert.Equal("Gateway.Toolkit; error=connection_refused", Assert.Single(response.Headers.GetValues("Proxy-Status")));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(TimeSpan.FromSeconds(3), response.Headers.RetryAfter!.Delta);
        Assert.Equal("1", Assert.Single(response.Headers.GetValues("X-Extra")));
        Assert.DoesNotContain("secret", text + response.Headers, StringComparison.Ordinal);
        var problem = await Json.OfAsync(response);
        Assert.Equal(["type", "title", "status", "traceId"], problem.EnumerateObject().Select(member => member.Name));
        Assert.Equal("urn:gateway-toolkit:problem:connect-failed", problem.GetProperty("type").GetString());
        Assert.Equal(502, problem.GetProperty("status").GetInt32());
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task Problem_OfAHeadRequest_HasTheFieldsOfGetAndNoBody()
    {
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Fails(_failure));
        using var get = await gateway.GetAsync("orders");

        using var request = new HttpRequestMessage(HttpMethod.Head, "/") { Headers = { { "X-Route", "orders" } } };
        using var head = await gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadGateway, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")]
    public async Task Problem_WhateverIsAccepted_IsProblemJson(string accepted)
    {
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Fails(_failure));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Route", "orders" }, { "Accept", accepted } } };
        using var response = await gateway.Client.SendAsync(request);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Problem_BeforeTheFirstByteOfABody_HasNothingOfTheOriginsHead()
    {
        var body = new Pipe();
        await body.Writer.CompleteAsync(_lost);
        await using var gateway = await ScriptedGateway.StartAsync(_ =>
        {
            var response = new ExchangeResponse(203) { Body = body.Reader };
            response.Headers["X-Origin"] = "1";
            return ValueTask.FromResult(response);
        });

        using var response = await gateway.GetAsync("orders");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.False(response.Headers.Contains("X-Origin"));
        Assert.Equal("urn:gateway-toolkit:problem:response-incomplete", (await Json.OfAsync(response)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Problem_AfterTheFirstByteOfABody_AbortsHttp1()
    {
        var body = new Pipe();
        await body.Writer.WriteAsync("begun"u8.ToArray());
        await using var gateway = await ScriptedGateway.StartAsync(_ => ValueTask.FromResult(new ExchangeResponse(200) { Body = body.Reader }));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Route", "orders" } } };
        using var response = await gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await body.Writer.CompleteAsync(_lost);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
        await Eventually.HoldsAsync(
            () => gateway.Log.Lines.Any(line => line.StartsWith("Warning: Route orders: 502 response-incomplete", StringComparison.Ordinal)),
            "the failure is logged");
    }

    [Fact]
    public async Task Problem_AfterTheFirstByteOfABody_ResetsTheStreamOfHttp2()
    {
        var body = new Pipe();
        await body.Writer.WriteAsync("begun"u8.ToArray());
        await using var gateway = await ScriptedGateway.StartAsync(
            _ => ValueTask.FromResult(new ExchangeResponse(200) { Body = body.Reader }),
            builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2)));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { { "X-Route", "orders" } },
        };
        using var response = await gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        await body.Writer.CompleteAsync(_lost);
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
        const int InternalError = 2;
        Assert.Equal(InternalError, Assert.IsType<HttpProtocolException>(failure.InnerException).ErrorCode);
    }

    [Fact]
    public async Task RequestTimeout_OfTheApp_IsLeftToItsMiddleware()
    {
        await using var gateway = await ScriptedGateway.StartAsync(
            async exchange =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, exchange.Cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
                return ExchangeResponse.Failed(GatewayProblem.ClientClosed);
            },
            builder => builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new()
            {
                Timeout = TimeSpan.FromMilliseconds(50),
                TimeoutStatusCode = 418,
            }),
            app => app.UseRequestTimeouts());
        using var metrics = new Telemetry.MetricsProbe(gateway.Services);

        using var response = await gateway.GetAsync("orders");

        Assert.Equal(418, (int)response.StatusCode);
        await metrics.ReachesAsync("gateway.active_requests{gateway.route=orders}", 0);
        Assert.Single(metrics.Values("gateway.request.duration{error.type=deadline-exceeded,gateway.route=orders,http.request.method=GET,http.response.status_code=504}"));
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n", 413, "body-too-large")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nnonsense\r\n", 400, "bad-request")]
    public async Task RequestBody_ThatTheServerRefuses_IsAProblemOfTheClient(string rest, int status, string code)
    {
        await using var gateway = await ScriptedGateway.StartAsync(
            async exchange =>
            {
                var reader = exchange.Body.Open();
                while (!(await reader.ReadAsync()).IsCompleted)
                {
                }

                return new(200);
            },
            builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 10));

        var answer = await RawAsync(gateway, $"POST / HTTP/1.1\r\nHost: x\r\nX-Route: orders\r\nConnection: close\r\n{rest}");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains($"urn:gateway-toolkit:problem:{code}\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(gateway.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static async Task<string> RawAsync(ToyGateway gateway, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(gateway.Client.BaseAddress!.Host, gateway.Client.BaseAddress.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(socket.GetStream(), Encoding.ASCII);
        return await reader.ReadToEndAsync();
    }
}
