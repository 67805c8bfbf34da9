namespace Gateway.Toolkit;

/// <summary>
/// What the registered modules say about the places of the tree: where an object is taken whole, and where a value is a
/// secret. Built for a place only when something asks for it.
/// </summary>
internal sealed class ConfigShape
{
    private readonly IReadOnlyList<IGatewayModule> _modules;
    private readonly ModuleLevels _level;
    private readonly GatewayValue? _value;
    private readonly Func<string, ConfigShape?>? _members;

    private ConfigShape(
        IReadOnlyList<IGatewayModule> modules,
        ModuleLevels level = ModuleLevels.None,
        GatewayValue? value = null,
        bool whole = false,
        Func<string, ConfigShape?>? members = null)
    {
        _modules = modules;
        _level = level;
        _value = value;
        _members = members;
        IsWhole = whole || value is NodeValue;
    }

    /// <summary>Whether an object here is taken as it was written from the last layer that sets it, not merged key by key.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether the value here never prints.</summary>
    public bool IsSecret => _value?.IsSecret == true;

    /// <summary>The shape of the root.</summary>
    public static ConfigShape Of(IEnumerable<IGatewayModule> modules)
    {
        IReadOnlyList<IGatewayModule> all = [.. modules];
        return At(ModuleLevels.Root, name => name switch
        {
            _ when Is(name, "Routes") || Is(name, "Policies") => Map(_ => At(ModuleLevels.Route)),
            _ when Is(name, "Upstreams") => Map(_ => Upstream()),
            _ when Is(name, "Defaults") => Map(
                key => Is(key, "Route") ? At(ModuleLevels.Route) : Is(key, "Upstream") ? Upstream() : null),
            _ => null,
        });

        ConfigShape At(ModuleLevels level, Func<string, ConfigShape?>? members = null) => new(all, level, members: members);
        ConfigShape Map(Func<string, ConfigShape?> members) => new(all, members: members);
        ConfigShape Upstream() =>
            At(ModuleLevels.Upstream, name => Is(name, "Destinations") ? Map(_ => At(ModuleLevels.Destination)) : null);
    }

    /// <summary>What is known of a member of the object here; null if nothing is.</summary>
    public ConfigShape? Member(string name)
    {
        if (_members?.Invoke(name) is { } member)
            return member;
        if (_level != ModuleLevels.None)
        {
            var module = _modules.FirstOrDefault(module => module.Levels.HasFlag(_level) && Is(module.Key, name));
            return module is null ? null : new(_modules, value: module.Value);
        }

        if (_value is { IsMap: true })
            return Element();
        var option = _value?.Descriptor?.Options.FirstOrDefault(option => Is(option.Name, name));
        return option is null ? null : new(_modules, value: option.Value, whole: option.Whole);
    }

    /// <summary>What is known of the elements of the list here; null if nothing is.</summary>
    public ConfigShape? Element()
    {
        if (_value?.Element is { } element)
            return new(_modules, value: element);
        return null;
    }

    private static bool Is(string name, string key) => name.Equals(key, StringComparison.OrdinalIgnoreCase);
}
