using Gateway.Toolkit.Benchmarks.Compare;
using Gateway.Toolkit.Benchmarks.Hosts;

namespace Gateway.Toolkit.Benchmarks.Tests;

public sealed class ServerTests : IDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(1));

    public static TheoryData<string> DotNetProxies => [.. DotNetHosts.ByName.Keys.Where(name => name != "kestrel")];

    public void Dispose() => _limit.Dispose();

    [Fact]
    public void OriginAnswer_Body_Is147Bytes() => Assert.Equal(147, OriginAnswer.Body.Length);

    [Theory]
    [MemberData(nameof(DotNetProxies))]
    public async Task DotNetHost_InItsOwnProcess_ForwardsAndCountsAllocations(string name)
    {
        await using var origin = await Proxies.StartAsync("kestrel", new("http://127.0.0.1/"), "", _limit.Token);
        await using var proxy = await Proxies.StartAsync(name, origin!.Address, "", _limit.Token);
        using var client = new HttpClient();
        var originBefore = await origin.AllocatedBytesAsync(_limit.Token);
        var proxyBefore = await proxy!.AllocatedBytesAsync(_limit.Token);

        for (var i = 0; i < 100; i++)
            Assert.Equal(OriginAnswer.Text, await client.GetStringAsync(proxy.Address, _limit.Token));

        Assert.True(await origin.AllocatedBytesAsync(_limit.Token) > originBefore, "the origin was not reached");
        Assert.True(await proxy.AllocatedBytesAsync(_limit.Token) > proxyBefore);
    }

    [Fact]
    public async Task ChildProcess_Disposed_EndsTheWatchedProgram()
    {
        var child = ChildProcess.StartWatched("sleep", "600");
        var id = await child.ReadLineAsync(_limit.Token);
        Assert.True(Directory.Exists($"/proc/{id}"));

        await child.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{id}"));
    }

    [Fact]
    public async Task ChildProcess_Interrupted_EndsTheWatchedProgram()
    {
        var child = ChildProcess.StartWatched("sleep", "600");
        var id = await child.ReadLineAsync(_limit.Token);

        await InstalledProgram.RunAsync("/bin/sh", ["-c", $"kill -INT {child.Id}"], TimeSpan.FromSeconds(10), _limit.Token);
        await child.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{id}"));
    }
}
