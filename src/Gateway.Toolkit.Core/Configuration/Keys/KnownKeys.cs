namespace Gateway.Toolkit;

/// <summary>
/// All keys of all packages, so that Core can say of a key that no registered module owns where it belongs: which package
/// brings it, at which level it stands, or how it is spelt.
/// </summary>
internal static class KnownKeys
{
    private const ModuleLevels Root = ModuleLevels.Root;
    private const ModuleLevels Route = ModuleLevels.Route;
    private const ModuleLevels Upstream = ModuleLevels.Upstream;
    private const ModuleLevels Destination = ModuleLevels.Destination;

    /// <summary>The table.</summary>
    public static IReadOnlyList<KnownKey> All { get; } =
    [
        .. Keys("Core", Root, "Routes", "Upstreams", "Policies", "Defaults", "Network", "Limits", "Reload", "Start", "Drain", "Management", "Switches", "Tls"),
        .. Keys("Core", Route, "Use", "Enabled"),
        .. Keys("Core", Route | Upstream, "Timeout"),
        .. Keys("Core", Upstream, "Destinations"),
        .. Keys("Core", Destination, "Address"),
        .. Keys("Routing", Route, "Match", "Order", "RequestGuard", "Maintenance", "AccessLog", "Compression", "Rewrite", "Forward", "Respond", "Redirect", "Mirror"),
        .. Keys("Routing", Route | Upstream, "ForwardedHeaders"),
        .. Keys("Routing", Upstream, "LoadBalancing", "Affinity", "Discovery"),
        .. Keys("Routing", Upstream | Destination, "Health", "Http"),
        .. Keys("Routing", Destination, "Weight", "Priority", "Zone", "Host"),
        .. Keys("Resilience", Route | Upstream, "Retry", "Hedge", "Breaker", "Bulkhead", "Fault"),
        .. Keys("Auth", Route, "Cors"),
        .. Keys("Auth", Root | Route, "Auth"),
        .. Keys("Throttling", Route, "Throttle"),
        .. Keys("Throttling", Root, "Throttling"),
        .. Keys("Caching", Route, "Cache"),
        .. Keys("Caching", Root, "Caching"),
        .. Keys("Aggregation", Route, "Aggregate"),
        .. Keys("Transformation", Route, "Transform"),
        .. Keys("Validation", Route, "Validate"),
        .. Keys("Redis", Root, "Redis"),
    ];

    /// <summary>What to say of a key that no registered module owns.</summary>
    /// <param name="key">The key as it was written.</param>
    /// <param name="level">Where it stands: one level.</param>
    /// <param name="registeredKeys">The keys that are known at that level.</param>
    public static string Message(string key, ModuleLevels level, IReadOnlyCollection<string> registeredKeys)
    {
        var known = All.Where(entry => entry.Name.Equals(key, StringComparison.OrdinalIgnoreCase)).ToList();
        if (known.Find(entry => entry.Levels.HasFlag(level)) is { } here)
            return Missing(here, registeredKeys);
        if (ForeignWords.Message(key) is { } foreign)
            return foreign;
        if (known.FirstOrDefault() is { } elsewhere)
            return Misplaced(elsewhere, level);
        string[] names = [.. registeredKeys, .. All.Where(entry => entry.Levels.HasFlag(level)).Select(entry => entry.Name)];
        return NameSuggestions.Nearest(key, names) is { } nearest
            ? $"unknown key; did you mean \"{nearest}\"?"
            : "unknown key" + NameSuggestions.Hint(key, registeredKeys);
    }

    private static string Missing(KnownKey key, IReadOnlyCollection<string> registeredKeys)
    {
        var isAdded = key.Call is null || All.Any(
            other => other.Package == key.Package && registeredKeys.Contains(other.Name, StringComparer.OrdinalIgnoreCase));
        return isAdded
            ? $"is not in this version of {key.PackageId}"
            : $"belongs to package {key.PackageId}, which is not added; run \"dotnet add package {key.PackageId}\" and call {key.Call} after AddGateway()";
    }

    private static string Misplaced(KnownKey key, ModuleLevels level)
    {
        var message = $"stands {Place(key.Levels)}, not {Place(level)}";
        var defaults = key.Levels.HasFlag(Route) ? "Route" : "Upstream";
        return level == Root && key.Levels != Destination ? $"{message}; for all of them write it in \"Defaults:{defaults}\"" : message;
    }

    private static string Place(ModuleLevels levels) => string.Join(" and ", new[]
    {
        (Level: Root, Text: "at the root"),
        (Level: Route, Text: "on routes"),
        (Level: Upstream, Text: "on upstreams"),
        (Level: Destination, Text: "on destinations"),
    }.Where(place => levels.HasFlag(place.Level)).Select(place => place.Text));

    private static IEnumerable<KnownKey> Keys(string package, ModuleLevels levels, params string[] names) =>
        names.Select(name => new KnownKey(name, levels, package));
}
