using System.Threading.Channels;
using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Forwarding;

/// <summary>Bodies that come bit by bit, or faster than they are read.</summary>
public class StreamingTests
{
    private const string Get = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n";

    [Fact]
    public async Task E52_ResponseSentBitByBit_ArrivesBitByBit()
    {
        var go = Channel.CreateUnbounded<string>();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            await foreach (var text in go.Reader.ReadAllAsync())
                await connection.WriteAsync($"{text.Length:x}\r\n{text}\r\n");
            await connection.WriteAsync("0\r\n\r\n");
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync(Get);
        await go.Writer.WriteAsync("data: 1\n\n");
        await client.ReadHeadAsync();
        Assert.Equal("data: 1\n\n", await client.ReadChunkAsync());
        await go.Writer.WriteAsync("data: 2\n\n");
        Assert.Equal("data: 2\n\n", await client.ReadChunkAsync());
        go.Writer.Complete();
        Assert.Equal("", await client.ReadChunkAsync());
    }

    [Fact]
    public async Task E52_HeadOfAStream_ArrivesBeforeItsFirstByte()
    {
        var done = new TaskCompletionSource();
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            await done.Task;
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);

        await client.WriteAsync(Get);

        Assert.Contains("text/event-stream", await client.ReadHeadAsync(), StringComparison.Ordinal);
        done.SetResult();
    }

    [Fact]
    public async Task N124_SlowClient_HoldsTheOriginBack()
    {
        const int Block = 64 * 1024;
        const int Blocks = 2000;
        var written = 0;
        await using var origin = RawOrigin.Talking(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Length: {Block * Blocks}\r\n\r\n");
            var block = new byte[Block];
            for (var i = 0; i < Blocks; i++)
            {
                await connection.Stream.WriteAsync(block);
                Interlocked.Increment(ref written);
            }
        });
        await using var gateway = await TestGateway.StartAsync(origin);
        await using var client = await RawClient.ConnectAsync(gateway.Port);
        await client.WriteAsync(Get);
        await client.ReadHeadAsync();

        // Nobody reads: the origin comes to a stand, far from its end.
        var seen = -1;
        for (var still = 0; still < 20; still = seen == Volatile.Read(ref written) ? still + 1 : 0)
        {
            seen = Volatile.Read(ref written);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        Assert.InRange(seen, 1, Blocks / 2);
        await client.ReadBytesAsync(Block * Blocks);
        await Eventually.HoldsAsync(() => Volatile.Read(ref written) == Blocks, "all is written");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public async Task Body_OfAnyLength_ArrivesUnchangedAndTheConnectionIsUsedAgain(int length)
    {
        var body = string.Create(length, 0, static (span, _) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = (char)('a' + (i % 23));
        });
        await using var origin = RawOrigin.Answering($"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}");
        await using var gateway = await TestGateway.StartAsync(origin);

        for (var i = 0; i < 3; i++)
            Assert.Equal(body, (await gateway.SendAsync(Get)).Text);

        Assert.Equal(1, origin.Connections);
    }

    [Fact]
    public async Task Body_ThatEndsWithTheConnection_ArrivesWhole()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.0 200 OK\r\n\r\nhello");
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync(Get);

        Assert.Equal("hello", response.Text);
    }

    [Fact]
    public async Task RoundRobin_TakesDestinationsInTurn()
    {
        await using var first = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1");
        await using var second = RawOrigin.Answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n2");
        await using var gateway = await TestGateway.StartAsync(configure => configure
            .Upstream("u", u => u.Destination(first.Address).Destination(second.Address).LoadBalancing(Routing.LoadBalancingPolicy.RoundRobin))
            .Route("r", r => r.Match("/{**path}").Forward("u")));

        var answers = "";
        for (var i = 0; i < 4; i++)
            answers += (await gateway.SendAsync(Get)).Text;

        Assert.Equal("1212", answers);
    }
}
