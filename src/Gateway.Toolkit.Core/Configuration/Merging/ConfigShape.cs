namespace Gateway.Toolkit;

/// <summary>
/// What the registered modules say about the places of the tree: where an object is taken whole, and where a value is a
/// secret. Built for a place only when something asks for it.
/// </summary>
internal sealed class ConfigShape
{
    private readonly ModuleCatalog _modules;
    private readonly ModuleLevels _level;
    private readonly GatewayValue? _value;
    private readonly Func<string, ConfigShape?>? _members;

    private ConfigShape(
        ModuleCatalog modules,
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
    public static ConfigShape Of(ModuleCatalog modules)
    {
        return At(ModuleLevels.Root, name => name switch
        {
            _ when Is(name, "Routes") || Is(name, "Policies") => Map(_ => At(ModuleLevels.Route)),
            _ when Is(name, "Upstreams") => Map(_ => Upstream()),
            _ when Is(name, "Defaults") => Map(
                key => Is(key, "Route") ? At(ModuleLevels.Route) : Is(key, "Upstream") ? Upstream() : null),
            _ => null,
        });

        ConfigShape At(ModuleLevels level, Func<string, ConfigShape?>? members = null) => new(modules, level, members: members);
        ConfigShape Map(Func<string, ConfigShape?> members) => new(modules, members: members);
        ConfigShape Upstream() =>
            At(ModuleLevels.Upstream, name => Is(name, "Destinations") ? Map(_ => At(ModuleLevels.Destination)) : null);
    }

    /// <summary>What is known of a member of the object here; null if nothing is.</summary>
    public ConfigShape? Member(string name)
    {
        if (_members?.Invoke(name) is { } member)
            return member;
        if (_level != ModuleLevels.None)
            return _modules.Find(_level, name) is { } module ? new(_modules, value: module.Value) : null;

        if (_value is { IsMap: true })
            return Element();
        var option = _value?.Descriptor?.Options.FirstOrDefault(option => Is(option.Name, name));
        return option is null ? null : new(_modules, value: option.Value, whole: option.Whole);
    }

    /// <summary>What is known of the elements of the list here; null if nothing is.</summary>
    public ConfigShape? Element() => _value?.Element is { } element ? new(_modules, value: element) : null;

    private static bool Is(string name, string key) => name.Equals(key, StringComparison.OrdinalIgnoreCase);
}
