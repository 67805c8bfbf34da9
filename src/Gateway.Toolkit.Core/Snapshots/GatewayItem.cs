namespace Gateway.Toolkit;

/// <summary>A part of a snapshot that has modules: a route, an upstream, a destination, or the root.</summary>
public abstract class GatewayItem
{
    private protected GatewayItem(string id, GatewayConfigNode node, IReadOnlyList<ModuleOptions> modules)
    {
        Id = id;
        Node = node;
        Modules = modules;
    }

    /// <summary>Its name in the configuration.</summary>
    public string Id { get; }

    /// <summary>What was written for it.</summary>
    public GatewayConfigNode Node { get; }

    /// <summary>The modules that hold for it, its own and inherited ones, ordered by key.</summary>
    public IReadOnlyList<ModuleOptions> Modules { get; }

    /// <summary>The level of its modules.</summary>
    public abstract ModuleLevels Level { get; }

    /// <summary>The options of a module by its key; null if the item does not have it.</summary>
    public ModuleOptions? Find(string key)
    {
        foreach (var module in Modules)
        {
            if (module.Module.Key == key)
                return module;
        }

        return null;
    }

    /// <summary>The options of one type; null if the item has none. For load time: the hot path keeps what it needs.</summary>
    public T? Get<T>()
        where T : class
    {
        foreach (var module in Modules)
        {
            if (module.Options is T options)
                return options;
        }

        return null;
    }

    /// <summary>The name that no other item of the level has.</summary>
    internal virtual string FullId => Id;

    /// <inheritdoc/>
    public override string ToString() => $"{Level} {FullId}";
}
