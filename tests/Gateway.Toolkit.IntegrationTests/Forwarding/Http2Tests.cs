using System.IO.Pipelines;
using System.Net;
using System.Text;
using Gateway.Toolkit.Routing;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Forwarding;

/// <summary>HTTP/2 on either side: bodies both ways at once, trailers, resets, and what gRPC needs (group K).</summary>
public class Http2Tests
{
    [Theory]
    [InlineData("auto", null, "HTTP/1.1")]
    [InlineData("auto", "application/json", "HTTP/1.1")]
    [InlineData("auto", "application/grpc", "HTTP/2")]
    [InlineData("auto", "application/grpc+proto", "HTTP/2")]
    [InlineData("auto", "application/grpc-web", "HTTP/1.1")]
    [InlineData("2", null, "HTTP/2")]
    public async Task Version_WithoutTls_Is11ButForGrpcOrWhereNamed(string version, string? contentType, string expected)
    {
        await using var http1 = await TestOrigin.StartAsync(HttpProtocols.Http1, context => context.Response.WriteAsync(context.Request.Protocol));
        await using var http2 = await TestOrigin.StartAsync(HttpProtocols.Http2, context => context.Response.WriteAsync(context.Request.Protocol));
        Assert.True(UpstreamHttpVersion.TryParse(version, out var parsed, out _));
        await using var gateway = await TestGateway.StartAsync((expected == "HTTP/2" ? http2 : http1).Address, u => u.Http(new() { Version = parsed }));

        var response = await gateway.SendAsync($"GET / HTTP/1.1\r\nHost: a\r\n{(contentType is null ? "" : $"Content-Type: {contentType}\r\n")}\r\n");

        Assert.Equal(expected, response.Text);
    }

    [Theory]
    [InlineData(HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [InlineData(HttpProtocols.Http1, "HTTP/1.1")]
    public async Task Version_WithTls_IsWhatIsNegotiated(HttpProtocols protocols, string expected)
    {
        await using var origin = await TestOrigin.StartAsync(protocols, context => context.Response.WriteAsync(context.Request.Protocol), isSecure: true);
        await using var gateway = await TestGateway.StartAsync(
            origin.Address, u => u.Http(new() { Tls = new() { DangerousAcceptAnyCertificate = true } }));

        var response = await gateway.SendAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.Equal(expected, response.Text);
    }

    [Fact]
    public async Task B15_Http2BodyWithoutLength_IsStreamed()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var gateway = await TestGateway.StartAsync(origin);
        using var client = Client();
        using var request = Request(gateway, HttpMethod.Patch, new LengthlessContent("hello"u8.ToArray()));

        using var response = await client.SendAsync(request, default);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("chunked", origin.Request.Field("Transfer-Encoding"));
        Assert.Equal("hello", origin.Request.Text);
    }

    [Fact]
    public async Task B13_Http2GetWithoutBody_HasNone()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var gateway = await TestGateway.StartAsync(origin);
        using var client = Client();
        using var request = Request(gateway, HttpMethod.Get, null);

        using var response = await client.SendAsync(request, default);

        Assert.Equal("ok", await response.Content.ReadAsStringAsync());
        Assert.False(origin.Request.Has("Transfer-Encoding"));
        Assert.False(origin.Request.Has("Content-Length"));
        Assert.False(origin.Request.Has(":authority"));
    }

    [Fact]
    public async Task G70_TeTrailers_GoesOnForHttp2ClientsOnly()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var gateway = await TestGateway.StartAsync(origin);
        using var client = Client();
        using var request = Request(gateway, HttpMethod.Get, null);
        request.Headers.TryAddWithoutValidation("TE", "trailers");

        using var response = await client.SendAsync(request, default);
        await gateway.SendAsync("GET / HTTP/1.1\r\nHost: a\r\nTE: trailers\r\n\r\n");

        Assert.Equal("trailers", origin.Requests.First().Field("TE"));
        Assert.False(origin.Requests.Last().Has("TE"));
    }

    [Fact]
    public async Task K100_Trailers_ComeAfterTheBody()
    {
        await using var origin = await TestOrigin.StartAsync(HttpProtocols.Http2, async context =>
        {
            await context.Response.WriteAsync("hello");
            context.Response.AppendTrailer("grpc-status", "0");
            context.Response.AppendTrailer("X-Own", "1");
        });
        await using var gateway = await TestGateway.StartAsync(origin.Address, u => u.Http(new() { Version = UpstreamHttpVersion.Http2 }));
        using var client = Client();
        using var request = Request(gateway, HttpMethod.Get, null);

        using var response = await client.SendAsync(request, default);

        Assert.Equal("hello", await response.Content.ReadAsStringAsync());
        Assert.Equal("0", response.TrailingHeaders.GetValues("grpc-status").Single());
        Assert.Equal("1", response.TrailingHeaders.GetValues("X-Own").Single());
    }

    [Fact]
    public async Task K100_ChunkedTrailersOfAnHttp1Origin_GoOnWithoutThoseThatMayNot()
    {
        await using var origin = RawOrigin.Answering(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Own: 1\r\nContent-Length: 7\r\nConnection: x\r\nAuthorization: y\r\n\r\n");
        await using var gateway = await TestGateway.StartAsync(origin);
        using var client = Client();
        using var request = Request(gateway, HttpMethod.Get, null);

        using var response = await client.SendAsync(request, default);
        await response.Content.ReadAsStringAsync();

        Assert.Equal("x-own", Assert.Single(response.TrailingHeaders).Key);
    }

    [Fact]
    public async Task K99_HeadOnlyResponse_EndsWithTheHead()
    {
        await using var origin = await TestOrigin.StartAsync(HttpProtocols.Http2, context =>
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "12";
            return Task.CompletedTask;
        });
        await using var gateway = await TestGateway.StartAsync(origin.Address);
        using var client = Client();
        using var request = Request(gateway, HttpMethod.Post, new LengthlessContent([]));
        request.Content!.Headers.TryAddWithoutValidation("Content-Type", "application/grpc");

        using var response = await client.SendAsync(request, default);

        Assert.Equal("12", response.Headers.GetValues("grpc-status").Single());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task K98_BothDirectionsAtOnce_EchoBitByBit()
    {
        await using var origin = await TestOrigin.StartAsync(HttpProtocols.Http2, async context =>
        {
            await context.Response.Body.FlushAsync();
            while (true)
            {
                var read = await context.Request.BodyReader.ReadAsync();
                foreach (var segment in read.Buffer)
                    await context.Response.Body.WriteAsync(segment);
                await context.Response.Body.FlushAsync();
                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    return;
            }
        });
        await using var gateway = await TestGateway.StartAsync(origin.Address);
        using var client = Client();
        var pipe = new Pipe();
        using var request = Request(gateway, HttpMethod.Post, new PipeContent(pipe.Reader));
        request.Content!.Headers.TryAddWithoutValidation("Content-Type", "application/grpc");

        using var response = await client.SendAsync(request, default);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[3];
        foreach (var word in new[] { "one", "two", "six" })
        {
            await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes(word));
            await body.ReadExactlyAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
            Assert.Equal(word, Encoding.ASCII.GetString(buffer));
        }

        await pipe.Writer.CompleteAsync();
        Assert.Equal(0, await body.ReadAsync(buffer));
    }

    [Fact]
    public async Task K98_EarlyReplyWhileTheClientStillSends_ReachesTheClient()
    {
        await using var origin = await TestOrigin.StartAsync(HttpProtocols.Http2, context =>
        {
            context.Response.Headers["grpc-status"] = "7";
            return Task.CompletedTask;
        });
        await using var gateway = await TestGateway.StartAsync(origin.Address);
        using var client = Client();
        var pipe = new Pipe();
        using var request = Request(gateway, HttpMethod.Post, new PipeContent(pipe.Reader));
        request.Content!.Headers.TryAddWithoutValidation("Content-Type", "application/grpc");
        await pipe.Writer.WriteAsync("x"u8.ToArray());

        using var response = await client.SendAsync(request, default).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("7", response.Headers.GetValues("grpc-status").Single());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync().WaitAsync(TimeSpan.FromSeconds(10)));
        await pipe.Writer.CompleteAsync();
        await gateway.ProblemAsync();
    }

    [Fact]
    public async Task E51_OriginAnswersAndResets_ClientHasItsAnswerAndNothingHangs()
    {
        await using var origin = await TestOrigin.StartAsync(HttpProtocols.Http2, async context =>
        {
            await context.Response.WriteAsync("Hello");
            await context.Response.CompleteAsync();
            context.Features.Get<IHttpResetFeature>()!.Reset(0);
        });
        await using var gateway = await TestGateway.StartAsync(origin.Address);
        using var client = Client();
        var pipe = new Pipe();
        using var request = Request(gateway, HttpMethod.Post, new PipeContent(pipe.Reader));
        request.Content!.Headers.TryAddWithoutValidation("Content-Type", "application/grpc");
        await pipe.Writer.WriteAsync("x"u8.ToArray());

        using var response = await client.SendAsync(request, default).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("Hello", await response.Content.ReadAsStringAsync().WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Null(await gateway.ProblemAsync());
        await pipe.Writer.CompleteAsync();
    }

    [Fact]
    public async Task E45_OriginResetsWithinTheBody_ClientSeesAReset()
    {
        await using var origin = await TestOrigin.StartAsync(HttpProtocols.Http2, async context =>
        {
            await context.Response.WriteAsync("hel");
            await context.Response.Body.FlushAsync();
            context.Features.Get<IHttpResetFeature>()!.Reset(2);
        });
        await using var gateway = await TestGateway.StartAsync(origin.Address, u => u.Http(new() { Version = UpstreamHttpVersion.Http2 }));
        using var client = Client();
        using var request = Request(gateway, HttpMethod.Get, null);

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var response = await client.SendAsync(request, default);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsStringAsync();
        });
    }

    [Fact]
    public async Task N125_Http2ClientGivesUp_OriginSeesIt()
    {
        var aborted = new TaskCompletionSource();
        await using var origin = await TestOrigin.StartAsync(HttpProtocols.Http1, async context =>
        {
            await context.Response.StartAsync();
            await using var registration = context.RequestAborted.Register(aborted.SetResult);
            await aborted.Task;
        });
        await using var gateway = await TestGateway.StartAsync(origin.Address);
        using var client = Client();
        using var request = Request(gateway, HttpMethod.Get, null);
        using var giveUp = new CancellationTokenSource();

        var sending = client.SendAsync(request, giveUp.Token);
        await Eventually.True(() => gateway.Snapshot.Routes.Count == 1, "the gateway runs");
        giveUp.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            using var response = await sending;
            await response.Content.ReadAsByteArrayAsync(giveUp.Token);
        });
        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static HttpMessageInvoker Client() => new(new SocketsHttpHandler());

    private static HttpRequestMessage Request(TestGateway gateway, HttpMethod method, HttpContent? content) =>
        new(method, $"http://127.0.0.1:{gateway.Http2Port}/x")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };

    private sealed class LengthlessContent(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class PipeContent(PipeReader reader) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.FlushAsync();
            while (true)
            {
                var read = await reader.ReadAsync();
                foreach (var segment in read.Buffer)
                    await stream.WriteAsync(segment);
                reader.AdvanceTo(read.Buffer.End);
                await stream.FlushAsync();
                if (read.IsCompleted)
                    return;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
