namespace Gateway.Toolkit.Routing;

/// <summary>
/// Watches one attempt: cancels it when what it waits for takes too long, or when the exchange is cancelled. Reused, as most
/// attempts are never cancelled; its timer is left running between uses and looks at the time only when it fires.
/// </summary>
internal sealed class AttemptWatch : IDisposable
{
    private static readonly TimerCallback _fire = static state => ((AttemptWatch)state!).Fire();

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _source = new();
    private readonly AttemptWatchPool _pool;
    private readonly ITimer _timer;
    private CancellationTokenRegistration _registration;
    private TimeSpan _limit;
    private TimeSpan _since;
    private TimeSpan? _firesAt;
    private GatewayProblem? _problem;
    private bool _answered;

    public AttemptWatch(AttemptWatchPool pool)
    {
        _pool = pool;
        _timer = pool.Time.CreateTimer(_fire, this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cancelled when the attempt must end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>What cancels the attempt from outside: the exchange's own cancellation.</summary>
    public CancellationToken Outer { get; private set; }

    /// <summary>What took too long; null if nothing did.</summary>
    public GatewayProblem? Expired { get; private set; }

    /// <summary>Begins an attempt.</summary>
    public void Begin(CancellationToken outer)
    {
        _answered = false;
        Outer = outer;
        _registration = outer.UnsafeRegister(static state => ((AttemptWatch)state!).Cancel(), this);
    }

    /// <summary>Ends the attempt's work.</summary>
    public void Cancel() => _source.Cancel();

    /// <summary>Says that the destination has to do something within a limit from now on.</summary>
    /// <param name="limit">The limit; zero means none.</param>
    /// <param name="problem">What it is called when it does not.</param>
    public void Expect(TimeSpan limit, GatewayProblem problem)
    {
        lock (_lock)
            Set(limit, problem);
    }

    /// <summary>The same while the request is sent: once there is an answer, it is for its reader to say what is expected.</summary>
    public void ExpectWhileSending(TimeSpan limit, GatewayProblem problem)
    {
        lock (_lock)
        {
            if (_answered)
                _since = _pool.Now;
            else
                Set(limit, problem);
        }
    }

    /// <summary>Says that something moved: what is expected has its full time again.</summary>
    public void Touch()
    {
        lock (_lock)
            _since = _pool.Now;
    }

    /// <summary>Says that the head of the response is there.</summary>
    public void Answered()
    {
        lock (_lock)
        {
            _answered = true;
            _limit = TimeSpan.Zero;
        }
    }

    /// <summary>Says that the destination is not waited for.</summary>
    public void Rest()
    {
        lock (_lock)
            _limit = TimeSpan.Zero;
    }

    /// <summary>Ends the attempt.</summary>
    public void Dispose()
    {
        // A registration that can't be removed has run, or is running: the source is spent.
        var isSpent = _registration != default && !_registration.Unregister();
        lock (_lock)
        {
            _limit = TimeSpan.Zero;
            isSpent |= Expired is not null;
        }

        _registration = default;
        if (!isSpent && _source.TryReset() && _pool.TryReturn(this))
            return;
        _timer.Dispose();
    }

    private void Set(TimeSpan limit, GatewayProblem problem)
    {
        _limit = limit;
        _problem = problem;
        _since = _pool.Now;
        if (limit > TimeSpan.Zero && (_firesAt is not { } fires || fires > _since + limit))
            FireAfter(limit);
    }

    private void FireAfter(TimeSpan time)
    {
        _firesAt = _pool.Now + time;
        _timer.Change(time, Timeout.InfiniteTimeSpan);
    }

    private void Fire()
    {
        lock (_lock)
        {
            _firesAt = null;
            if (_limit == TimeSpan.Zero)
                return;
            var left = _since + _limit - _pool.Now;
            if (left > TimeSpan.Zero)
            {
                FireAfter(left);
                return;
            }

            Expired = _problem;
        }

        // Outside of the lock: it runs whatever waits for the cancellation.
        _source.Cancel();
    }
}
