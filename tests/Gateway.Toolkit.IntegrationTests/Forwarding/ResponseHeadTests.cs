using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.IntegrationTests.Forwarding;

/// <summary>Group G of the forwarder's behaviours on the way back, attacks C1, C3 and C7, and framing of responses.</summary>
public class ResponseHeadTests
{
    private const string Get = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n";

    [Fact]
    public async Task A5_UsualReason_StaysUsual_AnotherOneGoesOn()
    {
        Assert.Equal("HTTP/1.1 404 Not Found", (await AnswerAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")).StartLine);
        Assert.Equal("HTTP/1.1 404 Nix", (await AnswerAsync("HTTP/1.1 404 Nix\r\nContent-Length: 0\r\n\r\n")).StartLine);
    }

    [Theory]
    [InlineData("WWW-Authenticate:")]
    [InlineData("X-Own:")]
    public async Task G62_EmptyResponseField_Survives(string line)
    {
        var response = await AnswerAsync($"HTTP/1.1 200 OK\r\n{line}\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal("", response.Field(line.TrimEnd(':')));
    }

    [Theory]
    [InlineData("Set-Cookie", "a=1; Path=/", "b=2")]
    [InlineData("WWW-Authenticate", "Basic realm=\"a, b\"", "Bearer")]
    [InlineData("Via", "1.1 x", "1.1 y")]
    [InlineData("Allow", "GET", "PUT")]
    [InlineData("X-Own", "", "")]
    public async Task G65_RepeatedResponseField_KeepsItsLinesInOrder(string name, string first, string second)
    {
        var response = await AnswerAsync($"HTTP/1.1 200 OK\r\n{name}: {first}\r\n{name}: {second}\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal([first, second], response.All(name));
    }

    [Theory]
    [InlineData("204 No Content")]
    [InlineData("205 Reset Content")]
    public async Task G68_StatusWithoutBody_HasNoLength(string status)
    {
        var response = await AnswerAsync($"HTTP/1.1 {status}\r\nX-Own: 1\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal($"HTTP/1.1 {status}", response.StartLine);
        Assert.Equal("1", response.Field("X-Own"));
    }

    [Fact]
    public async Task G69_TransportSecurityOfTheApp_WinsOverTheOrigins_OtherFieldsAreAdded()
    {
        await using var origin = RawOrigin.Answering(
            "HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=1\r\nVary: Accept\r\nContent-Length: 0\r\n\r\n");
        await using var gateway = await TestGateway.StartAsync(origin, before: (context, next) =>
        {
            context.Response.Headers.StrictTransportSecurity = "max-age=99";
            context.Response.Headers.Vary = "Origin";
            return next(context);
        });

        var response = await gateway.SendAsync(Get);

        Assert.Equal("max-age=99", response.Field("Strict-Transport-Security"));
        Assert.Equal(["Origin", "Accept"], response.All("Vary"));
    }

    [Fact]
    public async Task G69_TransportSecurityOfTheOrigin_GoesOnWhereTheAppHasNone()
    {
        var response = await AnswerAsync("HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=1\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal("max-age=1", response.Field("Strict-Transport-Security"));
    }

    [Fact]
    public async Task N119_ResponseToHead_KeepsItsLengthAndHasNoBody()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n");
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n");
        var first = await client.ReadResponseAsync(toHead: true);
        await client.WriteAsync("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n");
        var second = await client.ReadResponseAsync(toHead: true);

        Assert.Equal("1234", first.Field("Content-Length"));
        Assert.Equal("1234", second.Field("Content-Length"));
        Assert.Equal(1, origin.Connections);
    }

    [Theory]
    [InlineData("HEAD", "200 OK", "Transfer-Encoding: chunked")]
    [InlineData("GET", "304 Not Modified", "Content-Length: 5")]
    [InlineData("GET", "204 No Content", "Content-Length: 5")]
    public async Task N119_StatusOrMethodWithoutBody_NothingHangs(string method, string status, string field)
    {
        await using var origin = RawOrigin.Answering($"HTTP/1.1 {status}\r\nETag: \"x\"\r\n{field}\r\n\r\n");
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        for (var i = 0; i < 2; i++)
        {
            await client.WriteAsync($"{method} /x HTTP/1.1\r\nHost: a\r\n\r\n");
            var response = await client.ReadResponseAsync(toHead: true);
            Assert.Equal($"HTTP/1.1 {status}", response.StartLine);
            Assert.Equal("\"x\"", response.Field("ETag"));
        }
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!")]
    [InlineData("Content-Length: +5\r\n\r\nhello")]
    [InlineData("Content-Length: 5, 6\r\n\r\nhello!")]
    [InlineData("Content-Length: -5\r\n\r\nhello")]
    [InlineData("Content-Length:\r\n\r\nhello")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\nhello")]
    [InlineData("Transfer-Encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: identity\r\n\r\nhello")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")]
    public async Task C1_ResponseWhoseEndIsNotClear_Is502AndLeavesNothingForTheNext(string rest)
    {
        await using var origin = RawOrigin.Answering($"HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\n{rest}");
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        for (var i = 1; i <= 2; i++)
        {
            await client.WriteAsync(Get);
            var response = await client.ReadResponseAsync();
            Assert.Equal(502, response.Status);
            Assert.Equal("application/problem+json", response.Field("Content-Type"));
            Assert.False(response.Has("Set-Cookie"));
            Assert.Equal(i, origin.Requests.Count);
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon\r\n\r\n")]
    public async Task C3_ResponseThatIsNone_Is502(string answer)
    {
        var response = await AnswerAsync(answer);

        Assert.Equal(502, response.Status);
    }

    [Fact]
    public async Task C5_HeadThatIsTooLong_Is502()
    {
        var response = await AnswerAsync($"HTTP/1.1 200 OK\r\nX-Own: {new string('x', 70_000)}\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(502, response.Status);
    }

    [Fact]
    public async Task C7_Redirect_IsPassedOnAndNotFollowed()
    {
        var response = await AnswerAsync("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(302, response.Status);
        Assert.Equal("http://169.254.169.254/", response.Field("Location"));
    }

    [Fact]
    public async Task N126_EncodedBody_IsPassedOnAsItIs()
    {
        var response = await AnswerAsync("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008bxx");

        Assert.Equal("gzip", response.Field("Content-Encoding"));
        Assert.Equal("\u001f\u008bxx", response.Text);
    }

    [Fact]
    public async Task E43_FieldThatTheServerWillNotSend_Is502WithNothingOfTheResponse()
    {
        var response = await AnswerAsync("HTTP/1.1 200 Fine\r\nTest-Extra: pingu\r\nLocation: /\u00e9\r\nContent-Length: 2\r\n\r\nok");

        Assert.Equal("HTTP/1.1 502 Bad Gateway", response.StartLine);
        Assert.False(response.Has("Test-Extra"));
        Assert.False(response.Has("Location"));
        Assert.DoesNotContain("ok", response.Text, StringComparison.Ordinal);
    }

    private static async Task<RawMessage> AnswerAsync(string answer)
    {
        await using var origin = RawOrigin.Answering(answer);
        await using var gateway = await TestGateway.StartAsync(origin);
        return await gateway.SendAsync(Get);
    }
}
