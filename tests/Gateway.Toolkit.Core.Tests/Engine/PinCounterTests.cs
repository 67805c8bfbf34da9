namespace Gateway.Toolkit.Core.Tests.Engine;

public class PinCounterTests
{
    [Fact]
    public void Retire_NothingPinned_DrainsAtOnceAndLetsNothingIn()
    {
        var pins = new PinCounter();

        Assert.True(pins.Retire());
        Assert.False(pins.TryAdd());
    }

    [Fact]
    public void Retire_WithAPin_DrainsWhenThatGoes()
    {
        var pins = new PinCounter();
        Assert.True(pins.TryAdd());

        Assert.False(pins.Retire());
        Assert.True(pins.Remove());
    }

    [Fact]
    public void TryAdd_RetiredButNotDrained_IsLetIn()
    {
        var pins = new PinCounter();
        pins.TryAdd();
        pins.Retire();

        Assert.True(pins.TryAdd());
        Assert.False(pins.Remove());
        Assert.True(pins.Remove());
    }

    [Fact]
    public async Task Drain_ManyThreadsWhileRetiring_HappensOnceAndNeverUnderAPin()
    {
        for (var round = 0; round < 200; round++)
        {
            var pins = new PinCounter();
            var drained = 0;
            var violations = 0;
            using var start = new Barrier(5);
            var workers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                start.SignalAndWait();
                for (var i = 0; i < 200; i++)
                {
                    if (!pins.TryAdd())
                        break;
                    if (Volatile.Read(ref drained) > 0)
                        Interlocked.Increment(ref violations);
                    if (pins.Remove())
                        Interlocked.Increment(ref drained);
                }
            })).ToArray();
            start.SignalAndWait();
            if (pins.Retire())
                Interlocked.Increment(ref drained);
            await Task.WhenAll(workers);

            Assert.Equal(1, drained);
            Assert.Equal(0, violations);
        }
    }
}
