using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.IntegrationTests.Forwarding;

/// <summary>Group C of the forwarder's behaviours: bodies that wait to be asked for.</summary>
public class ExpectContinueTests
{
    private static readonly string _body = new('x', 2_000_000);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task C25_OriginAsksForTheBody_AllOfItIsSent(bool isChunked)
    {
        var seen = new TaskCompletionSource<RawMessage>();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            var head = await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n");
            seen.SetResult(await connection.ReadBodyOfAsync(head!));
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync(Head(isChunked));
        Assert.Equal("HTTP/1.1 100 Continue", await client.ReadHeadAsync());
        await client.WriteAsync(isChunked ? $"{_body.Length:x}\r\n{_body}\r\n0\r\n\r\n" : _body);

        Assert.Equal(200, (await client.ReadResponseAsync()).Status);
        var request = await seen.Task;
        Assert.Equal("100-continue", request.Field("Expect"));
        Assert.Equal(_body, request.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task C25_OriginRefusesTheBody_NoneOfItIsAskedFor(bool isChunked)
    {
        var rest = new TaskCompletionSource<string>();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\nno");
            rest.SetResult(await connection.ReadToEndAsync());
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync(Head(isChunked));

        // The first thing the client hears is the refusal: no 100 before it.
        Assert.StartsWith("HTTP/1.1 400 ", await client.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.Equal("", await rest.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task C26_OriginRefusesWithALongBody_AllOfItArrives()
    {
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync($"HTTP/1.1 400 Bad Request\r\nContent-Length: {_body.Length}\r\n\r\n{_body}");
            await connection.ReadToEndAsync();
        });
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync(Head(isChunked: false));

        Assert.Equal(400, response.Status);
        Assert.Equal(_body, response.Text);
    }

    [Theory]
    [InlineData("y 100-continue")]
    [InlineData("100-continue, 100-continue")]
    public async Task A21_ExpectOfAnotherKind_IsNotPassedOn(string expect)
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var gateway = await TestGateway.StartAsync(origin);

        await gateway.SendAsync($"POST / HTTP/1.1\r\nHost: a\r\nExpect: {expect}\r\nContent-Length: 2\r\n\r\nhi");

        Assert.False(origin.Request.Has("Expect"));
        Assert.Equal("hi", origin.Request.Text);
    }

    private static string Head(bool isChunked) =>
        $"POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n{(isChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {_body.Length}")}\r\n\r\n";
}
