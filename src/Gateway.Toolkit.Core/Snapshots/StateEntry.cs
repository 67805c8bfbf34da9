namespace Gateway.Toolkit;

/// <summary>One piece of state, held by the snapshots that use it.</summary>
internal sealed class StateEntry(object state, object options)
{
    private int _holders = 1;

    public object State => state;

    public object Options => options;

    /// <summary>Holds it once more, unless nobody held it and it was disposed.</summary>
    public bool TryHold()
    {
        var holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
                return true;
            holders = seen;
        }

        return false;
    }

    /// <summary>Holds it once less; disposes it when nobody holds it any more.</summary>
    public void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) != 0)
            return;
        if (state is IDisposable disposable)
            disposable.Dispose();
        else if (state is IAsyncDisposable asyncDisposable)
            _ = asyncDisposable.DisposeAsync().AsTask();
    }
}
