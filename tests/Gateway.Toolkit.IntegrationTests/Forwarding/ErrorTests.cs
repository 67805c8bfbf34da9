using System.Net;
using System.Net.Sockets;
using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Forwarding;

/// <summary>Groups D and E of the forwarder's behaviours: what fails, and what the client is told.</summary>
public class ErrorTests
{
    private const string Get = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n";
    private const string Post = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";

    [Theory]
    [InlineData(Get)]
    [InlineData(Post)]
    public async Task D28_NobodyListens_Is502AndTellsNoAddress(string request)
    {
        var port = UnusedPort();
        await using var gateway = await TestGateway.StartAsync($"http://127.0.0.1:{port}");

        var response = await gateway.SendAsync(request);

        Assert.Equal(502, response.Status);
        Assert.Equal("application/problem+json", response.Field("Content-Type"));
        Assert.Contains("error=connection_refused", response.Field("Proxy-Status"), StringComparison.Ordinal);
        Assert.Contains("\"type\":\"urn:gateway-toolkit:problem:connect-failed\"", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{port}", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D28_UnknownName_Is502()
    {
        await using var gateway = await TestGateway.StartAsync("http://no-such-host.invalid");

        var response = await gateway.SendAsync(Get);

        Assert.Equal(502, response.Status);
        Assert.Contains("error=dns_error", response.Field("Proxy-Status"), StringComparison.Ordinal);
        Assert.DoesNotContain("no-such-host", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D28_CertificateOfNobody_Is502_UnlessAnyWillDo()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", TestCertificate.Instance);
        await using var strict = await TestGateway.StartAsync(origin);
        await using var lax = await TestGateway.StartAsync(origin, u => u.Http(new() { Tls = new() { DangerousAcceptAnyCertificate = true } }));

        var refused = await strict.SendAsync(Get);
        var accepted = await lax.SendAsync(Get);

        Assert.Equal(502, refused.Status);
        Assert.Contains("error=tls_certificate_error", refused.Field("Proxy-Status"), StringComparison.Ordinal);
        Assert.Equal("ok", accepted.Text);
    }

    [Fact]
    public async Task D28_NoTlsWhereItIsExpected_Is502()
    {
        await using var origin = RawOrigin.Talking(connection => connection.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
        await using var gateway = await TestGateway.StartAsync($"https://127.0.0.1:{origin.Port}");

        var response = await gateway.SendAsync(Get);

        Assert.Equal(502, response.Status);
        Assert.Contains("error=tls_", response.Field("Proxy-Status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task D30_ConnectingTakesTooLong_Is504()
    {
        // Accepts, and never says a word of TLS.
        await using var origin = RawOrigin.Talking(connection => connection.ReadToEndAsync());
        await using var gateway = await TestGateway.StartAsync(
            $"https://127.0.0.1:{origin.Port}", u => u.Timeout(new TimeoutOptions { Connect = TimeSpan.FromMilliseconds(200) }));

        var response = await gateway.SendAsync(Get);

        Assert.Equal(504, response.Status);
        Assert.Contains("error=connection_timeout", response.Field("Proxy-Status"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Get)]
    [InlineData(Post)]
    public async Task D31_ClientGoesAway_OriginSeesItAtOnceAndNothingIsWrong(string request)
    {
        var begun = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadRequestAsync();
            begun.SetResult();
            await connection.ReadToEndAsync();
            ended.SetResult();
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using (var client = await RawClient.ConnectAsync(gateway.Port))
        {
            await client.WriteAsync(request);
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(10));
            client.Reset();
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("client-closed", (await gateway.ProblemAsync())?.Code);
    }

    [Fact]
    public async Task D33_ClientsChunkedBodyIsMalformed_Is400()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n");

        Assert.Equal(400, response.Status);
        Assert.Empty(origin.Requests);
    }

    [Fact]
    public async Task D34_BodyOverTheLimit_KeepsItsStatus413()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var gateway = await TestGateway.StartAsync(origin, before: (context, next) =>
        {
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = 3;
            return next(context);
        });

        var response = await gateway.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");

        Assert.Equal(413, response.Status);
        Assert.Empty(origin.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    public async Task E_OriginEndsWithinTheHead_Is502(string begun)
    {
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(begun);
        });
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync(Post);

        Assert.Equal(502, response.Status);
        Assert.Contains("error=connection_terminated", response.Field("Proxy-Status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E44_BodyBreaksOffBeforeItsFirstByte_Is502WithNothingOfTheResponse()
    {
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nX-Own: 1\r\nContent-Length: 10\r\n\r\n");
        });
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync(Get);

        Assert.Equal(502, response.Status);
        Assert.False(response.Has("X-Own"));
        Assert.Contains("response-incomplete", response.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 10\r\n\r\nhello")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")]
    public async Task E45_BodyBreaksOff_ClientNeverTakesItForWhole(string rest)
    {
        var sent = new TaskCompletionSource();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\n{rest}");
            await sent.Task;
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync(Get);
        var head = await client.ReadHeadAsync();
        var isChunked = rest.Contains("chunked", StringComparison.Ordinal);
        Assert.Equal("hello", isChunked ? await client.ReadChunkAsync() : await client.ReadTextAsync(5));
        sent.SetResult();

        Assert.StartsWith("HTTP/1.1 200 OK", head, StringComparison.Ordinal);
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task E45_BodyGoesWrong_ClientNeverTakesItForWhole()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nxyz\r\n");
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.DoesNotContain("\r\n0\r\n\r\n", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E46_ClientStopsReading_OriginIsLetGo()
    {
        var ended = new TaskCompletionSource();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            try
            {
                while (true)
                    await connection.WriteAsync($"{100_000:x}\r\n{new string('x', 100_000)}\r\n");
            }
            catch (IOException)
            {
                ended.SetResult();
            }
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using (var client = await RawClient.ConnectAsync(gateway.Port))
        {
            await client.WriteAsync(Get);
            await client.ReadHeadAsync();
            client.Reset();
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task N121_IdleConnectionThatTheOriginClosed_IsReplacedUnseen()
    {
        var answered = 0;
        await using var origin = RawOrigin.Talking(async connection =>
        {
            if (await connection.ReadRequestAsync() is null)
                return;
            Interlocked.Increment(ref answered);
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        await using var gateway = await TestGateway.StartAsync(origin);

        for (var i = 0; i < 5; i++)
            Assert.Equal(200, (await gateway.SendAsync(Get)).Status);

        Assert.Equal(5, answered);
    }

    [Fact]
    public async Task N122_OriginSendsMoreThanItsLength_TheRestIsNobodysResponse()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
        await using var gateway = await TestGateway.StartAsync(origin);

        for (var i = 0; i < 3; i++)
            Assert.Equal("ok", (await gateway.SendAsync(Get)).Text);
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
