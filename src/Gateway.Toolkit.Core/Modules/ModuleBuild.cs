namespace Gateway.Toolkit;

/// <summary>What a module may use when its part of a chain is folded. Build once, keep what is needed in fields or closures.</summary>
public sealed class ModuleBuild
{
    private readonly Func<string, ExchangeDelegate>? _upstreamFor;
    private readonly StateStore _state;
    private readonly ModuleOptions _module;

    internal ModuleBuild(
        Stage stage,
        ModuleOptions module,
        GatewayItem item,
        GatewayItem owner,
        GatewaySnapshot snapshot,
        IServiceProvider services,
        TimeProvider time,
        StateStore state,
        Func<string, ExchangeDelegate>? upstreamFor,
        IReadOnlyList<DestinationChain> destinations)
    {
        Stage = stage;
        _module = module;
        Item = item;
        Owner = owner;
        Snapshot = snapshot;
        Services = services;
        Time = time;
        _state = state;
        _upstreamFor = upstreamFor;
        Destinations = destinations;
    }

    /// <summary>The stage being folded.</summary>
    public Stage Stage { get; }

    /// <summary>The module's options here.</summary>
    public object Options => _module.Options;

    /// <summary>What was written for the module: the place that log lines and load errors name.</summary>
    public GatewayConfigNode Node => _module.Node;

    /// <summary>The item whose chain is folded: a route, upstream or destination.</summary>
    public GatewayItem Item { get; }

    /// <summary>
    /// The item whose options these are, and whose state <see cref="State{T}"/> is: <see cref="Item"/> itself, or the route
    /// that overrides an upstream's module.
    /// </summary>
    public GatewayItem Owner { get; }

    /// <summary>The snapshot being built.</summary>
    public GatewaySnapshot Snapshot { get; }

    /// <summary>The application's services, resolved once, here.</summary>
    public IServiceProvider Services { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>At <see cref="Stage.Pick"/>: the destinations to choose from, each with its own part of the chain.</summary>
    public IReadOnlyList<DestinationChain> Destinations { get; }

    /// <summary>
    /// The module's state for <see cref="Item"/> and, where they differ, <see cref="Owner"/>: made once, carried over reloads as long as the options mean the same,
    /// disposed when the last snapshot with it has ended.
    /// </summary>
    public T State<T>(Func<T> create)
        where T : class => _state.GetOrAdd(new(Owner.Level, StateItem(), _module.Module.Key, typeof(T)), _module.Module.Value, Options, create);

    /// <summary>The upstream part of the chain toward an upstream, with what this route overrides.</summary>
    /// <exception cref="InvalidOperationException">The item is no route, or has no such upstream.</exception>
    public ExchangeDelegate Upstream(string name) =>
        _upstreamFor?.Invoke(name) ?? throw new InvalidOperationException($"{Item} can't reach upstreams");

    /// <summary>The options of a module at the root; null if its key is not there.</summary>
    public T? Root<T>()
        where T : class => Snapshot.Get<T>();

    private string StateItem() => Owner == Item ? Item.FullId : $"{Owner.FullId} {Item.FullId}";
}
