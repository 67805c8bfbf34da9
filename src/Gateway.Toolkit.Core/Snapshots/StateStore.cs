namespace Gateway.Toolkit;

/// <summary>The key of one module's state: what it belongs to and what it is.</summary>
internal readonly record struct StateKey(ModuleLevels Level, string Item, string Module, Type Type);

/// <summary>
/// The state that modules keep for the items of one snapshot: limiters, breakers, pools, caches. The next snapshot takes over
/// what belongs to options that mean the same; what no snapshot in use holds any more is disposed.
/// </summary>
internal sealed class StateStore(StateStore? previous)
{
    private readonly Dictionary<StateKey, StateEntry> _entries = [];
    private StateStore? _previous = previous;

    /// <summary>The state under a key: the previous snapshot's if its options mean the same, or a new one.</summary>
    public T GetOrAdd<T>(StateKey key, GatewayValue value, object options, Func<T> create)
        where T : class
    {
        if (_entries.TryGetValue(key, out var known))
            return (T)known.State;
        if (_previous is not null && _previous._entries.TryGetValue(key, out var earlier)
            && value.SameIdentity(earlier.Options, options) && earlier.TryHold())
        {
            _entries.Add(key, earlier);
            return (T)earlier.State;
        }

        var state = create();
        _entries.Add(key, new StateEntry(state, options));
        return state;
    }

    /// <summary>Takes over all state of an item that is carried over unchanged.</summary>
    public void Carry(Func<StateKey, bool> belongs)
    {
        if (_previous is null)
            return;
        foreach (var (key, entry) in _previous._entries)
        {
            if (belongs(key) && !_entries.ContainsKey(key) && entry.TryHold())
                _entries.Add(key, entry);
        }
    }

    /// <summary>Ends the building: nothing more can be taken over.</summary>
    public void Seal() => _previous = null;

    /// <summary>Lets go of everything; what nobody else holds is disposed.</summary>
    public void Release()
    {
        foreach (var entry in _entries.Values)
            entry.LetGo();
        _entries.Clear();
    }

    private sealed class StateEntry(object state, object options)
    {
        private int _holders = 1;

        public object State => state;

        public object Options => options;

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
}
