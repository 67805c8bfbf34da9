using System.Net;
using System.Net.WebSockets;
using System.Text;
using Gateway.Toolkit.Routing;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Toolkit.IntegrationTests.Forwarding;

/// <summary>Group J of the forwarder's behaviours, and attacks B7 and B8: WebSockets over either version on either side.</summary>
public class WebSocketTests
{
    // The example of RFC 6455, section 1.3.
    private const string Key = "dGhlIHNhbXBsZSBub25jZQ==";
    private const string Accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    private const string Handshake =
        $"GET /chat HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Key}\r\n\r\n";

    private const string Accepted =
        $"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: {Accept}\r\n\r\n";

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(1, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 2, true)]
    public async Task J86_MessagesAndClose_TravelBothWays(int clientVersion, int originVersion, bool isSecure)
    {
        await using var origin = await TestOrigin.StartAsync(originVersion == 1 ? HttpProtocols.Http1 : HttpProtocols.Http2, EchoAsync, isSecure);
        await using var gateway = await TestGateway.StartAsync(origin.Address, u => u.Http(new()
        {
            Version = originVersion == 1 ? UpstreamHttpVersion.Auto : UpstreamHttpVersion.Http2,
            Tls = new() { DangerousAcceptAnyCertificate = true },
        }));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new ClientWebSocket();
        socket.Options.HttpVersion = clientVersion == 1 ? HttpVersion.Version11 : HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        socket.Options.AddSubProtocol("chat");
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{(clientVersion == 1 ? gateway.Port : gateway.Http2Port)}/chat?x=1"), invoker, patience.Token);

        Assert.Equal("chat", socket.SubProtocol);
        await EchoesAsync(socket, WebSocketMessageType.Text, "hello", patience.Token);
        await EchoesAsync(socket, WebSocketMessageType.Binary, new string('x', 100_000), patience.Token);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", patience.Token);
        var end = await socket.ReceiveAsync(new byte[16], patience.Token);

        Assert.Equal(WebSocketMessageType.Close, end.MessageType);
        Assert.Equal((WebSocketCloseStatus)4711, socket.CloseStatus);
        Assert.Equal("bye too", socket.CloseStatusDescription);
        Assert.Null(await gateway.ProblemAsync());
    }

    [Fact]
    public async Task J87_Handshake_GoesOnAsItCame()
    {
        await using var origin = RawOrigin.Talking(async connection =>
        {
            var request = new RawMessage((await connection.ReadHeadAsync())!, [], "");
            await connection.WriteAsync(
                request.Field("Sec-WebSocket-Key") == Key && request.Field("Upgrade") == "websocket" && request.Field("Connection") == "Upgrade"
                    ? Accepted.Replace("\r\n\r\n", "\r\nSec-WebSocket-Protocol: chat\r\n\r\nhi", StringComparison.Ordinal)
                    : "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            await connection.ReadToEndAsync();
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync(Handshake);
        var response = await client.ReadResponseAsync();

        Assert.Equal(101, response.Status);
        Assert.Equal(Accept, response.Field("Sec-WebSocket-Accept"));
        Assert.Equal("websocket", response.Field("Upgrade"));
        Assert.Equal("Upgrade", response.Field("Connection"));
        Assert.Equal("chat", response.Field("Sec-WebSocket-Protocol"));
        Assert.Equal("hi", await client.ReadTextAsync(2));
    }

    [Fact]
    public async Task J90_AnyBytes_AreEchoedAndTheEndReachesTheClient()
    {
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync(Accepted);
            for (var i = 0; i < 256; i++)
                await connection.WriteAsync(await connection.ReadBytesAsync(5));
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);
        await client.WriteAsync(Handshake);
        await client.ReadResponseAsync();

        for (var i = 0; i < 256; i++)
        {
            var bytes = Enumerable.Repeat((byte)i, 5).ToArray();
            await client.WriteAsync(bytes);
            Assert.Equal(bytes, await client.ReadBytesAsync(5));
        }

        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task J89_OriginRefuses_ItsAnswerIsTheClients()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 426 Upgrade Required\r\nSec-WebSocket-Version: 13\r\nContent-Length: 2\r\n\r\nno");
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync(Handshake.Replace("Version: 13", "Version: 1337", StringComparison.Ordinal));

        Assert.Equal(426, response.Status);
        Assert.Equal("13", response.Field("Sec-WebSocket-Version"));
        Assert.Equal("no", response.Text);
    }

    [Theory]
    [InlineData("Upgrade: websocket\r\nSec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Upgrade: websocket")]
    [InlineData("Upgrade: h2c\r\nSec-WebSocket-Accept: " + Accept)]
    public async Task B8_OriginAgreesToSomethingElse_Is502AndNoTunnel(string fields)
    {
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync($"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\n{fields}\r\n\r\n");
            await connection.ReadToEndAsync();
        });
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync(Handshake);

        Assert.Equal(502, response.Status);
        Assert.Contains("error=http_upgrade_failed", response.Field("Proxy-Status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task J88_MalformedKey_IsForTheOriginToJudge_OrA400WhereItCannot()
    {
        await using var http1 = RawOrigin.Answering("HTTP/1.1 400 Bad Request\r\nX-Origin: 1\r\nContent-Length: 0\r\n\r\n");
        await using var http2 = await TestOrigin.StartAsync(HttpProtocols.Http2, EchoAsync);
        await using var toHttp1 = await TestGateway.StartAsync(http1);
        await using var toHttp2 = await TestGateway.StartAsync(http2.Address, u => u.Http(new() { Version = UpstreamHttpVersion.Http2 }));
        var malformed = Handshake.Replace(Key, "short", StringComparison.Ordinal);

        var judged = await toHttp1.SendAsync(malformed);
        var refused = await toHttp2.SendAsync(malformed);

        Assert.Equal("1", judged.Field("X-Origin"));
        Assert.Equal(400, refused.Status);
        Assert.Equal("application/problem+json", refused.Field("Content-Type"));
    }

    [Fact]
    public async Task J92_NothingMovesForTheIdleTime_BothSidesAreClosed()
    {
        var time = new FakeTimeProvider();
        var ended = new TaskCompletionSource();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync(Accepted);
            await connection.WriteAsync(await connection.ReadBytesAsync(1));
            await connection.ReadToEndAsync();
            ended.SetResult();
        });
        await using var gateway = await TestGateway.StartAsync(
            origin, u => u.Timeout(new TimeoutOptions { Idle = TimeSpan.FromSeconds(30), Total = TimeSpan.FromSeconds(40) }), builder => builder.Services.AddSingleton<TimeProvider>(time));
        await using var client = await RawClient.ConnectAsync(gateway.Port);
        await client.WriteAsync(Handshake);
        await client.ReadResponseAsync();

        // A byte restarts the idle time, and the time for the request is over with the upgrade.
        time.Advance(TimeSpan.FromSeconds(25));
        await client.WriteAsync("x");
        Assert.Equal("x", await client.ReadTextAsync(1));
        time.Advance(TimeSpan.FromSeconds(25));
        await client.WriteAsync("y");
        var ending = client.ReadToEndAsync();
        for (var i = 0; i < 100 && !ending.IsCompleted; i++)
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await Task.WhenAny(ending, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System));
        }

        await ending;
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task J93_ClientBreaksOff_OriginIsClosed()
    {
        var ended = new TaskCompletionSource();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync(Accepted);
            await connection.ReadToEndAsync();
            ended.SetResult();
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using (var client = await RawClient.ConnectAsync(gateway.Port))
        {
            await client.WriteAsync(Handshake);
            await client.ReadResponseAsync();
            client.Reset();
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task J91_PostThatOnlyNamesAnUpgrade_IsAnOrdinaryRequest()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nContent-Length: 2\r\n\r\nhi");

        Assert.Equal("ok", response.Text);
        Assert.Equal("hi", origin.Request.Text);
        Assert.False(origin.Request.Has("Upgrade"));
    }

    private static async Task EchoesAsync(ClientWebSocket socket, WebSocketMessageType type, string text, CancellationToken cancellation)
    {
        await socket.SendAsync(Encoding.ASCII.GetBytes(text), type, endOfMessage: true, cancellation);
        var received = new MemoryStream();
        var buffer = new byte[4096];
        WebSocketReceiveResult result;
        do
        {
            result = await socket.ReceiveAsync(buffer, cancellation);
            received.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);

        Assert.Equal(type, result.MessageType);
        Assert.Equal(text, Encoding.ASCII.GetString(received.ToArray()));
    }

    private static async Task EchoAsync(HttpContext context)
    {
        if (context.Request.QueryString.Value != "?x=1")
            throw new InvalidOperationException("The target did not arrive");
        using var socket = await context.WebSockets.AcceptWebSocketAsync("chat");
        var buffer = new byte[4096];
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer, context.RequestAborted);
            if (result.MessageType == WebSocketMessageType.Close)
                break;
            await socket.SendAsync(buffer.AsMemory(0, result.Count), result.MessageType, result.EndOfMessage, context.RequestAborted);
        }

        if (socket.CloseStatusDescription != "bye")
            throw new InvalidOperationException("The close did not arrive");
        await socket.CloseOutputAsync((WebSocketCloseStatus)4711, "bye too", context.RequestAborted);
    }
}
