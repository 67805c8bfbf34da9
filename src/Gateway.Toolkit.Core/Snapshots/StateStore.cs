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
    private readonly Dictionary<GatewayItem, List<StateKey>> _byItem = [];
    private StateStore? _previous = previous;
    private List<StateKey>? _current;

    /// <summary>Says whose chain is folded from now on: what it asks for is taken over with it while it stays as it is.</summary>
    public void Begin(GatewayItem item) => _byItem[item] = _current = [];

    /// <summary>The state under a key: the previous snapshot's if its options mean the same, or a new one.</summary>
    public T GetOrAdd<T>(StateKey key, GatewayValue value, object options, Func<T> create)
        where T : class
    {
        _current?.Add(key);
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

    /// <summary>Takes over all state of an item that stays as it is.</summary>
    public void Carry(GatewayItem item)
    {
        if (_previous is null || !_previous._byItem.TryGetValue(item, out var keys))
            return;
        _byItem[item] = keys;
        foreach (var key in keys)
        {
            if (!_entries.ContainsKey(key) && _previous._entries[key] is var entry && entry.TryHold())
                _entries.Add(key, entry);
        }
    }

    /// <summary>Ends the building: nothing more can be taken over.</summary>
    public void Seal() => (_previous, _current) = (null, null);

    /// <summary>Lets go of everything; what nobody else holds is disposed.</summary>
    public void Release()
    {
        foreach (var entry in _entries.Values)
            entry.LetGo();
    }
}
