using System.Threading.Channels;
using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.IntegrationTests.Forwarding;

/// <summary>Group B of the forwarder's behaviours: when a request has a body, and how it is framed.</summary>
public class RequestBodyTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("DELETE")]
    public async Task B13_MethodWithoutBody_SendsNeitherLengthNorCoding(string method)
    {
        await using var origin = RawOrigin.Answering(method == "HEAD" ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" : Ok);
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync($"{method} /x HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.Equal(200, response.Status);
        Assert.Equal($"{method} /x HTTP/1.1", origin.Request.StartLine);
        Assert.False(origin.Request.Has("Content-Length"));
        Assert.False(origin.Request.Has("Transfer-Encoding"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("REPORT")]
    public async Task B13_MethodThatMayHaveABody_WithoutOne_SaysLengthZero(string method)
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin);

        await gateway.SendAsync($"{method} /x HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.Equal("0", origin.Request.Field("Content-Length"));
        Assert.False(origin.Request.Has("Transfer-Encoding"));
    }

    [Fact]
    public async Task B13_ContentLengthZero_GoesOnWithItsContentType()
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin);

        await gateway.SendAsync("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Type: text/plain\r\n\r\n");

        Assert.Equal("0", origin.Request.Field("Content-Length"));
        Assert.Equal("text/plain", origin.Request.Field("Content-Type"));
    }

    [Fact]
    public async Task B14_GetWithoutBody_KeepsFieldsAboutTheBody()
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin);
        string[] fields =
        [
            "Allow: GET", "Content-Disposition: inline", "Content-Encoding: br", "Content-Language: de", "Content-Location: /y", "Content-MD5: eA==",
            "Content-Range: bytes 0-1/2", "Content-Type: a/b", "Expires: 0", "Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT",
        ];

        await gateway.SendAsync($"GET /x HTTP/1.1\r\nHost: a\r\n{string.Join("\r\n", fields)}\r\n\r\n");

        Assert.All(fields, field => Assert.Contains(field, origin.Request.Lines));
        Assert.False(origin.Request.Has("Transfer-Encoding"));
    }

    [Theory]
    [InlineData("POST", "Content-Length: 5\r\n\r\nhello")]
    [InlineData("GET", "Content-Length: 5\r\n\r\nhello")]
    [InlineData("DELETE", "Content-Length: 5\r\n\r\nhello")]
    [InlineData("POST", "Transfer-Encoding: Chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n")]
    [InlineData("GET", "transfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")]
    public async Task B15_Body_IsSentInTheFramingItCameIn(string method, string rest)
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync($"{method} /x HTTP/1.1\r\nHost: a\r\n{rest}");

        Assert.Equal(200, response.Status);
        Assert.Equal("hello", origin.Request.Text);
        var isChunked = rest.Contains("hunked", StringComparison.Ordinal);
        Assert.Equal(isChunked ? "chunked" : null, origin.Request.Field("Transfer-Encoding"));
        Assert.Equal(isChunked ? null : "5", origin.Request.Field("Content-Length"));
    }

    [Fact]
    public async Task B17_ClientEndsWithinItsBody_OriginSeesNoEndOfIt()
    {
        var begun = new TaskCompletionSource();
        var rest = new TaskCompletionSource<string>();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            Assert.Equal("hello", await connection.ReadChunkAsync());
            begun.SetResult();
            rest.SetResult(await connection.ReadToEndAsync());
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync("POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10));
        client.EndSending();

        Assert.DoesNotContain("0\r\n\r\n", await rest.Task.WaitAsync(TimeSpan.FromSeconds(10)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hel")]
    [InlineData("hello!")]
    public async Task B17_BodyChangedByTheAppBesideItsLength_Is400AndNeverWrongFraming(string changed)
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin, before: (context, next) =>
        {
            context.Request.Body = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(changed));
            return next(context);
        });

        var response = await gateway.SendAsync("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");

        Assert.Equal(400, response.Status);
        Assert.Empty(origin.Requests);
    }

    [Fact]
    public async Task B18_BodyReplacedByTheApp_IsTheOneSent()
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin, before: (context, next) =>
        {
            context.Request.Body = new MemoryStream("HELLO"u8.ToArray());
            return next(context);
        });

        await gateway.SendAsync("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");

        Assert.Equal("HELLO", origin.Request.Text);
    }

    [Fact]
    public async Task B20_BodySentBitByBit_ArrivesBitByBit()
    {
        var seen = Channel.CreateUnbounded<string>();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            await seen.Writer.WriteAsync("head");
            while (await connection.ReadChunkAsync() is { Length: > 0 } chunk)
                await seen.Writer.WriteAsync(chunk);
            await connection.WriteAsync(Ok);
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync("POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        Assert.Equal("head", await seen.Reader.ReadAsync());
        await client.WriteAsync("3\r\none\r\n");
        Assert.Equal("one", await seen.Reader.ReadAsync());
        await client.WriteAsync("3\r\ntwo\r\n");
        Assert.Equal("two", await seen.Reader.ReadAsync());
        await client.WriteAsync("0\r\n\r\n");

        Assert.Equal(200, (await client.ReadResponseAsync()).Status);
    }

    [Fact]
    public async Task B21_OriginResets_ReadingTheClientsBodyEnds()
    {
        var reset = new TaskCompletionSource();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            connection.Reset();
            reset.SetResult();
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
        await reset.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await client.WriteAsync(new string('x', 10_000));

        Assert.Equal(502, (await client.ReadResponseAsync()).Status);
        Assert.Equal("connection-lost", (await gateway.ProblemAsync())?.Code);
    }
}
