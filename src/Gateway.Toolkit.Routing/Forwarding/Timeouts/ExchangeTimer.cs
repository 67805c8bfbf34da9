namespace Gateway.Toolkit.Routing;

/// <summary>
/// Cancels an exchange when its time is used up, besides what cancels it anyway. Lasts as long as the response, whose body is
/// still to be read when it is returned.
/// </summary>
internal sealed class ExchangeTimer : IDisposable
{
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _linked;

    public ExchangeTimer(Exchange exchange, TimeSpan limit, TimeProvider time)
    {
        _outer = exchange.Cancellation;
        _time = new(limit, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_outer, _time.Token);
        exchange.Cancellation = _linked.Token;
    }

    /// <summary>Whether the time was used up, and nothing else ended the work before.</summary>
    public bool IsOver => _time.IsCancellationRequested && !_outer.IsCancellationRequested;

    /// <summary>Gives the exchange back what cancels it outside of the limit.</summary>
    public void Leave(Exchange exchange) => exchange.Cancellation = _outer;

    /// <summary>Stops the clock; what cancels from outside still does.</summary>
    public void Stop() => _time.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _linked.Dispose();
        _time.Dispose();
    }
}
