using System.Collections.Frozen;

namespace Gateway.Toolkit;

/// <summary>
/// One immutable, validated version of the whole configuration. A request pins the snapshot it entered by; what later
/// snapshots don't use is disposed when the last request of this one ends.
/// </summary>
public sealed class GatewaySnapshot : GatewayItem
{
    private readonly PinCounter _pins = new();
    private FrozenDictionary<Type, object> _parts = FrozenDictionary<Type, object>.Empty;
    private StateStore? _state;

    internal GatewaySnapshot(
        string hash,
        GatewayConfigNode node,
        IReadOnlyList<ModuleOptions> modules,
        IReadOnlyDictionary<string, GatewayRoute> routes,
        IReadOnlyDictionary<string, GatewayRoute> localRoutes,
        IReadOnlyDictionary<string, GatewayUpstream> upstreams)
        : base("Gateway", node, modules)
    {
        Hash = hash;
        Routes = routes;
        LocalRoutes = localRoutes;
        Upstreams = upstreams;
    }

    /// <inheritdoc/>
    public override ModuleLevels Level => ModuleLevels.Root;

    /// <summary>A short hash of the content: equal for equal configurations, on every machine.</summary>
    public string Hash { get; }

    /// <summary>The routes by name, in written order.</summary>
    public IReadOnlyDictionary<string, GatewayRoute> Routes { get; }

    /// <summary>The local endpoints that have gateway modules, by their id.</summary>
    public IReadOnlyDictionary<string, GatewayRoute> LocalRoutes { get; }

    /// <summary>The upstreams by name, in written order.</summary>
    public IReadOnlyDictionary<string, GatewayUpstream> Upstreams { get; }

    /// <summary>What an <see cref="ISnapshotPart"/> built for this snapshot; null if none built that type.</summary>
    public T? Part<T>()
        where T : class => _parts.TryGetValue(typeof(T), out var part) ? (T)part : null;

    internal void Complete(FrozenDictionary<Type, object> parts, StateStore state)
    {
        _parts = parts;
        _state = state;
    }

    /// <summary>The modules' state; the next snapshot carries over what it can.</summary>
    internal StateStore State => _state ?? throw new InvalidOperationException("The snapshot is not complete");

    /// <summary>Keeps the state alive for one request.</summary>
    /// <returns>False if the snapshot was replaced, and let go of, so long ago that no request can have matched by it.</returns>
    internal bool TryPin() => _pins.TryAdd();

    /// <summary>Ends one pin.</summary>
    internal void Release()
    {
        if (_pins.Remove())
            _state?.Release();
    }

    /// <summary>Says that another snapshot took this one's place: from now on the last pin's end disposes the state.</summary>
    internal void Retire()
    {
        if (_pins.Retire())
            _state?.Release();
    }
}
