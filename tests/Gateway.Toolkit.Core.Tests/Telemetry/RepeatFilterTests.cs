using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Toolkit.Core.Tests.Telemetry;

public class RepeatFilterTests
{
    [Fact]
    public void Kinds_BeyondAThousand_AreTakenTogether()
    {
        var time = new FakeTimeProvider();
        var told = new List<(FailureKey Key, long Count)>();
        using var filter = new RepeatFilter(time, (key, count) => told.Add((key, count)));

        var first = Enumerable.Range(0, 5000).Count(i => filter.IsFirst(Key($"route{i}")));
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1001, first);
        Assert.Equal((new(LogLevel.Warning, null, null, "other failures"), 3999), Assert.Single(told));
    }

    [Fact]
    public void Kind_ThatStaysAwayForAMinute_IsForgotten()
    {
        var time = new FakeTimeProvider();
        using var filter = new RepeatFilter(time, (_, _) => { });
        Assert.True(filter.IsFirst(Key("r")));
        Assert.False(filter.IsFirst(Key("r")));

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(filter.IsFirst(Key("r")));
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.True(filter.IsFirst(Key("r")));
    }

    [Fact]
    public async Task Repeats_FromManyThreads_AreAllCounted()
    {
        var time = new FakeTimeProvider();
        long told = 0;
        using var filter = new RepeatFilter(time, (_, count) => Interlocked.Add(ref told, count));

        var firsts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 1000).Count(_ => filter.IsFirst(Key("r"))))));
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, firsts.Sum());
        Assert.Equal(7999, told);
    }

    private static FailureKey Key(string route) => new(LogLevel.Warning, route, "u", "connect-failed");
}
