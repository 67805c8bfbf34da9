namespace Gateway.Toolkit;

/// <summary>What a module sees when its options on one item are checked or described: the whole candidate snapshot.</summary>
public sealed class ModuleContext
{
    private readonly Action<string, string>? _refer;

    internal ModuleContext(GatewaySnapshot snapshot, GatewayItem item, ModuleOptions module, Action<string, string>? refer)
    {
        Snapshot = snapshot;
        Item = item;
        Module = module;
        _refer = refer;
    }

    /// <summary>The candidate snapshot: bound, not yet live.</summary>
    public GatewaySnapshot Snapshot { get; }

    /// <summary>The route, upstream, destination or root that has the module.</summary>
    public GatewayItem Item { get; }

    /// <summary>The module's options on it.</summary>
    public object Options => Module.Options;

    /// <summary>What was written for the module: the place for errors.</summary>
    public GatewayConfigNode Node => Module.Node;

    internal ModuleOptions Module { get; }

    /// <summary>
    /// Finds an upstream that the options name, and ties the two together: at a reload they go live together or not at all.
    /// </summary>
    /// <param name="name">The upstream's name.</param>
    /// <param name="place">The node that names it.</param>
    /// <param name="errors">Gets an error with a suggestion if there is no such upstream.</param>
    public GatewayUpstream? RequireUpstream(string name, GatewayConfigNode place, GatewayErrors errors)
    {
        _refer?.Invoke("Upstreams", name);
        if (Snapshot.Upstreams.TryGetValue(name, out var upstream))
            return upstream;
        errors.Add(place, $"\"{name}\" is no upstream{NameSuggestions.Hint(name, [.. Snapshot.Upstreams.Keys])}");
        return null;
    }

    /// <summary>
    /// Ties the item to a key of the root that its options refer to (<c>jwt:corp</c> to <c>Auth</c>): at a reload they go live
    /// together or not at all.
    /// </summary>
    public void ReferToRoot(string key) => _refer?.Invoke("", key);

    /// <summary>The options of a module at the root; null if its key is not there.</summary>
    public T? Root<T>()
        where T : class => Snapshot.Get<T>();
}
