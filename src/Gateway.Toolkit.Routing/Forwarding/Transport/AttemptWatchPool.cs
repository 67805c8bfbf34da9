using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Gateway.Toolkit.Routing;

/// <summary>Watches that wait for their next attempt.</summary>
internal sealed class AttemptWatchPool(TimeProvider time)
{
    private const int Capacity = 1024;

    private static readonly ConditionalWeakTable<TimeProvider, AttemptWatchPool> _pools = [];

    private readonly ConcurrentQueue<AttemptWatch> _idle = [];
    private readonly long _start = time.GetTimestamp();
    private int _count;

    public TimeProvider Time => time;

    /// <summary>The time since the pool was made.</summary>
    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>The pool for a clock: one for all destinations.</summary>
    public static AttemptWatchPool For(TimeProvider time) => _pools.GetValue(time, static key => new(key));

    public AttemptWatch Rent(CancellationToken outer)
    {
        if (_idle.TryDequeue(out var watch))
            Interlocked.Decrement(ref _count);
        else
            watch = new(this);
        watch.Begin(outer);
        return watch;
    }

    public bool TryReturn(AttemptWatch watch)
    {
        if (Interlocked.Increment(ref _count) > Capacity)
        {
            Interlocked.Decrement(ref _count);
            return false;
        }

        _idle.Enqueue(watch);
        return true;
    }
}
