namespace Gateway.Toolkit.Routing;

/// <summary>Whose turn it is.</summary>
internal sealed class RoundRobinTurn(int start = -1)
{
    private int _turn = start;

    // Unsigned, so that the order goes on where the counter wraps.
    public int Next(int count) => (int)((uint)Interlocked.Increment(ref _turn) % (uint)count);
}
