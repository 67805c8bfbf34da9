using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Toolkit.IntegrationTests.Forwarding;

/// <summary>Group F of the forwarder's behaviours, and attack C9: how long things may take, by a clock that the test moves.</summary>
public class TimeoutTests
{
    private const string Get = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n";

    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task D29_NoHeadInTime_Is504AndTheOriginIsLetGo()
    {
        var ended = new TaskCompletionSource();
        await using var origin = Origin(async connection =>
        {
            await connection.ReadToEndAsync();
            ended.SetResult();
        });

        var response = await SendAsync(origin, new() { Head = TimeSpan.FromSeconds(30) }, Get, TimeSpan.FromSeconds(30));

        Assert.Equal(504, response.Status);
        Assert.Contains("problem:response-timeout", response.Text, StringComparison.Ordinal);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task D29_HeadJustInTime_IsNoTimeout()
    {
        var go = new TaskCompletionSource();
        await using var origin = Origin(async connection =>
        {
            await go.Task;
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        await using var gateway = await StartAsync(origin, new() { Head = TimeSpan.FromSeconds(30) });
        var sending = gateway.SendAsync(Get);
        await _begun.Task;

        _time.Advance(TimeSpan.FromSeconds(29));
        go.SetResult();

        Assert.Equal(200, (await sending).Status);
    }

    [Fact]
    public async Task F_AttemptTimeout_Is504()
    {
        await using var origin = Origin(connection => connection.ReadToEndAsync());

        var response = await SendAsync(origin, new() { Attempt = TimeSpan.FromSeconds(3) }, Get, TimeSpan.FromSeconds(3));

        Assert.Equal(504, response.Status);
        Assert.Contains("problem:attempt-timeout", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F_TotalTimeoutBeforeTheHead_Is504()
    {
        await using var origin = Origin(connection => connection.ReadToEndAsync());

        var response = await SendAsync(origin, new() { Total = TimeSpan.FromSeconds(3) }, Get, TimeSpan.FromSeconds(3));

        Assert.Equal(504, response.Status);
        Assert.Contains("problem:deadline-exceeded", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F_TotalTimeoutBeforeTheFirstByteOfTheBody_Is504()
    {
        await using var origin = Origin(async connection =>
        {
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
            await connection.ReadToEndAsync();
        });
        await using var gateway = await StartAsync(origin, new() { Total = TimeSpan.FromSeconds(3) });
        var sending = gateway.SendAsync(Get);
        await _begun.Task;

        await AdvanceUntilAsync(sending, TimeSpan.FromSeconds(3));

        var response = await sending;
        Assert.Equal(504, response.Status);
        Assert.Contains("problem:deadline-exceeded", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F_AttemptTimeout_EndsWithTheHead()
    {
        var go = new TaskCompletionSource();
        await using var origin = Origin(async connection =>
        {
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe");
            await go.Task;
            await connection.WriteAsync("llo");
        });
        await using var gateway = await StartAsync(origin, new() { Attempt = TimeSpan.FromSeconds(3), Idle = TimeSpan.Zero });
        await using var client = await RawClient.ConnectAsync(gateway.Port);
        await client.WriteAsync(Get);
        await client.ReadHeadAsync();

        _time.Advance(TimeSpan.FromHours(1));
        go.SetResult();

        Assert.Equal("hello", await client.ReadTextAsync(5));
    }

    [Fact]
    public async Task F54_OriginFallsSilentWithinTheBody_ClientIsCutOff()
    {
        await using var origin = Origin(async connection =>
        {
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe");
            await connection.ReadToEndAsync();
        });
        await using var gateway = await StartAsync(origin, new() { Idle = TimeSpan.FromSeconds(20) });
        await using var client = await RawClient.ConnectAsync(gateway.Port);
        await client.WriteAsync(Get);
        await client.ReadHeadAsync();
        Assert.Equal("he", await client.ReadTextAsync(2));

        var ending = client.ReadToEndAsync();
        await AdvanceUntilAsync(ending, TimeSpan.FromSeconds(20));

        Assert.Equal("", await ending);
        Assert.Equal("idle-timeout", (await gateway.ProblemAsync())?.Code);
    }

    [Fact]
    public async Task F55_BytesNowAndThen_KeepTheAttemptAlive()
    {
        var go = System.Threading.Channels.Channel.CreateUnbounded<string>();
        await using var origin = Origin(async connection =>
        {
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n");
            await foreach (var text in go.Reader.ReadAllAsync())
                await connection.WriteAsync(text);
        });
        await using var gateway = await StartAsync(origin, new() { Idle = TimeSpan.FromSeconds(20) });
        await using var client = await RawClient.ConnectAsync(gateway.Port);
        await client.WriteAsync(Get);
        await go.Writer.WriteAsync("0");
        await client.ReadHeadAsync();
        Assert.Equal("0", await client.ReadTextAsync(1));

        for (var i = 1; i < 6; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(15));
            await go.Writer.WriteAsync($"{i}");
            Assert.Equal($"{i}", await client.ReadTextAsync(1));
        }
    }

    [Fact]
    public async Task D35_ClientFallsSilentWithinItsBody_Is408()
    {
        var some = new TaskCompletionSource();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.ReadChunkAsync();
            some.SetResult();
            await connection.ReadToEndAsync();
        });
        await using var gateway = await StartAsync(origin, new() { Idle = TimeSpan.FromSeconds(20) });
        await using var client = await RawClient.ConnectAsync(gateway.Port);
        await client.WriteAsync("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n");
        await some.Task.WaitAsync(TimeSpan.FromSeconds(10));

        var reading = client.ReadResponseAsync();
        await AdvanceUntilAsync(reading, TimeSpan.FromSeconds(20));

        Assert.Equal(408, (await reading).Status);
    }

    [Fact]
    public async Task F_HeadTimeout_DoesNotCountWhileTheBodyIsSent()
    {
        var go = System.Threading.Channels.Channel.CreateUnbounded<string>();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            while (await connection.ReadChunkAsync() is { Length: > 0 } chunk)
                await go.Writer.WriteAsync(chunk);
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        await using var gateway = await StartAsync(origin, new() { Head = TimeSpan.FromSeconds(20), Idle = TimeSpan.FromSeconds(20) });
        await using var client = await RawClient.ConnectAsync(gateway.Port);
        await client.WriteAsync("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (var i = 0; i < 5; i++)
        {
            await client.WriteAsync($"1\r\n{i}\r\n");
            Assert.Equal($"{i}", await go.Reader.ReadAsync());
            _time.Advance(TimeSpan.FromSeconds(15));
        }

        await client.WriteAsync("0\r\n\r\n");

        Assert.Equal(200, (await client.ReadResponseAsync()).Status);
    }

    [Fact]
    public async Task RouteTimeout_ReplacesTheUpstreams()
    {
        await using var origin = Origin(connection => connection.ReadToEndAsync());
        await using var gateway = await TestGateway.StartAsync(
            configure => configure
                .Upstream("u", u => u.Destination(origin.Address).Timeout(TimeSpan.FromSeconds(1)))
                .Route("r", r => r.Match("/{**path}").Forward("u").Timeout(new TimeoutOptions { Head = TimeSpan.FromSeconds(5) })),
            builder => builder.Services.AddSingleton<TimeProvider>(_time));
        var sending = gateway.SendAsync(Get);
        await _begun.Task;

        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(sending.IsCompleted);
        await AdvanceUntilAsync(sending, TimeSpan.FromSeconds(5));

        Assert.Contains("response-timeout", (await sending).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeout_WithoutUnit_IsAnErrorThatShowsHowToWriteIt()
    {
        var failure = await Assert.ThrowsAsync<GatewayConfigException>(() => TestGateway.StartAsync(
            "http://127.0.0.1:1", u => ((IModuleTarget)u).Set("Timeout", GatewayConfigNode.Number("60"))));

        Assert.Contains("\"60\" has no unit; write \"60s\", \"1m\" or \"00:01:00\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeout_ConnectOnARoute_IsAnError()
    {
        var failure = await Assert.ThrowsAsync<GatewayConfigException>(() => TestGateway.StartAsync(configure => configure
            .Upstream("u", u => u.Destination("http://127.0.0.1:1"))
            .Route("r", r => r.Match("/{**path}").Forward("u").Timeout(new TimeoutOptions { Connect = TimeSpan.FromSeconds(1) }))));

        Assert.Contains("belongs to upstreams", failure.Message, StringComparison.Ordinal);
    }

    private RawOrigin Origin(Func<RawConnection, Task> afterRequest) => RawOrigin.Talking(async connection =>
    {
        await connection.ReadRequestAsync();
        _begun.TrySetResult();
        await afterRequest(connection);
    });

    private Task<TestGateway> StartAsync(RawOrigin origin, TimeoutOptions options) =>
        TestGateway.StartAsync(origin, u => u.Timeout(options), builder => builder.Services.AddSingleton<TimeProvider>(_time));

    private async Task<RawMessage> SendAsync(RawOrigin origin, TimeoutOptions options, string request, TimeSpan after)
    {
        await using var gateway = await StartAsync(origin, options);
        var sending = gateway.SendAsync(request);
        await _begun.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.False(sending.IsCompleted);
        await AdvanceUntilAsync(sending, after);
        return await sending;
    }

    // What the clock is to end may begin to wait a moment after the bytes that tell of it.
    private async Task AdvanceUntilAsync(Task ending, TimeSpan step)
    {
        for (var i = 0; i < 100 && !ending.IsCompleted; i++)
        {
            _time.Advance(step);
            await Task.WhenAny(ending, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System));
        }
    }
}
