namespace Gateway.Toolkit;

/// <summary>Reads a whole tree into bound routes, upstreams and root options: the first half of making a snapshot.</summary>
internal sealed class CandidateBinder
{
    private readonly ModuleCatalog _catalog;
    private readonly ModuleBinder _binder;
    private readonly GatewayErrors _errors;
    private readonly Action<ItemName, ItemName> _refer;
    private readonly Dictionary<string, Dictionary<string, ModuleOptions?>> _policies = [];
    private Dictionary<string, ModuleOptions?> _routeDefaults = [];
    private Dictionary<string, ModuleOptions?> _upstreamDefaults = [];

    /// <param name="catalog">The registered modules.</param>
    /// <param name="errors">Gets all that is wrong.</param>
    /// <param name="refer">Told which item refers to which.</param>
    public CandidateBinder(ModuleCatalog catalog, GatewayErrors errors, Action<ItemName, ItemName> refer)
    {
        _catalog = catalog;
        _errors = errors;
        _refer = refer;
        _binder = new(catalog, errors);
    }

    public GatewaySnapshot Bind(GatewayConfigNode root, IReadOnlyList<LocalEndpoint> localEndpoints, string hash)
    {
        var rootModules = Effective(
            ModuleLevels.Root, _binder.Read(root, ModuleLevels.Root, null, "Routes", "Upstreams", "Policies", "Defaults"));
        ReadDefaults(root.Find("Defaults"));
        foreach (var (name, node) in Members(root, "Policies"))
            _policies[name] = ReadPolicy(name, node);
        var upstreams = new Dictionary<string, GatewayUpstream>();
        foreach (var (id, node) in Members(root, "Upstreams"))
            upstreams[id] = ReadUpstream(id, node);
        var routes = new Dictionary<string, GatewayRoute>();
        foreach (var (id, node) in Members(root, "Routes"))
        {
            if (ReadRoute(id, node, isLocal: false) is { } route)
                routes[id] = route;
        }

        var local = new Dictionary<string, GatewayRoute>();
        foreach (var endpoint in localEndpoints)
        {
            if (ReadRoute(endpoint.Id, endpoint.Node, isLocal: true) is { } route)
                local[endpoint.Id] = route;
        }

        return new(hash, root, rootModules, routes, local, upstreams);
    }

    private IEnumerable<KeyValuePair<string, GatewayConfigNode>> Members(GatewayConfigNode root, string section)
    {
        if (root.Find(section) is not { } node || node.Kind == GatewayConfigKind.Null)
            return [];
        if (node.Kind != GatewayConfigKind.Object)
        {
            _errors.Add(node, ValueErrors.WrongKind(node, "an object of names"));
            return [];
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var members = new List<KeyValuePair<string, GatewayConfigNode>>(node.Members.Count);
        foreach (var (id, member) in node.Members)
        {
            if (id.StartsWith("x-", StringComparison.OrdinalIgnoreCase) || member.Kind == GatewayConfigKind.Null)
                continue;
            if (!names.Add(id))
                _errors.Add(member, "differs only in case from another name; environment variables and metrics could not tell them apart");
            else
                members.Add(new(id, member));
        }

        return members;
    }

    private void ReadDefaults(GatewayConfigNode? defaults)
    {
        if (defaults is null || defaults.Kind == GatewayConfigKind.Null)
            return;
        if (defaults.Kind != GatewayConfigKind.Object)
        {
            _errors.Add(defaults, ValueErrors.WrongKind(defaults, "an object with \"Route\" and \"Upstream\""));
            return;
        }

        foreach (var (key, node) in defaults.Members)
        {
            if (key.Equals("Route", StringComparison.OrdinalIgnoreCase))
                _routeDefaults = ReadShared(node, "defaults");
            else if (key.Equals("Upstream", StringComparison.OrdinalIgnoreCase))
                _upstreamDefaults = _binder.Read(node, ModuleLevels.Upstream, "defaults");
            else if (!key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
                _errors.Add(node, $"unknown key{NameSuggestions.Hint(key, ["Route", "Upstream"])}");
        }
    }

    private Dictionary<string, ModuleOptions?> ReadPolicy(string name, GatewayConfigNode node) => ReadShared(node, $"policy {name}");

    // Modules that say what a route is can't be shared between routes.
    private Dictionary<string, ModuleOptions?> ReadShared(GatewayConfigNode node, string from)
    {
        var modules = _binder.Read(node, ModuleLevels.Route, from);
        foreach (var module in modules.Values)
        {
            if (module is not null && module.Module.Stages.Any(stage => stage is Stage.Match or Stage.Dispatch))
                _errors.Add(module.Node, "stands on routes only: policies and defaults have no match and no dispatcher");
        }

        return modules;
    }

    private GatewayRoute? ReadRoute(string id, GatewayConfigNode node, bool isLocal)
    {
        var own = _binder.Read(node, ModuleLevels.Route, null, "Use", "Enabled");
        if (node.Kind != GatewayConfigKind.Object)
            return null;
        if (node.Find("Enabled") is { } enabled && GatewayValues.Boolean.TryRead(enabled, _errors, out var on) && !on)
            return null;
        var modules = Effective(ModuleLevels.Route, [own, .. UsedPolicies(new(isLocal ? LocalEndpoint.Section : "Routes", id), node), _routeDefaults]);
        var dispatchers = modules.Where(module => module.Module.Stages.Contains(Stage.Dispatch)).ToList();
        if (isLocal && dispatchers.Count > 0)
            _errors.Add(dispatchers[0].Node, "stands on routes only: a local endpoint answers by itself");
        else if (!isLocal && dispatchers.Count != 1)
            CheckDispatchers(node, dispatchers);
        return new(id, node, modules, isLocal);
    }

    private void CheckDispatchers(GatewayConfigNode node, List<ModuleOptions> dispatchers)
    {
        // A dispatcher that is there but in error, or of a package that is not added, has been reported.
        var known = string.Join(", ", _catalog.At(ModuleLevels.Route).Where(module => module.Stages.Contains(Stage.Dispatch)).Select(module => module.Key).Order());
        if (dispatchers.Count > 1)
            _errors.Add(dispatchers[1].Node, $"is a second dispatcher beside \"{dispatchers[0].Module.Key}\"; a route has exactly one of {known}");
        else if (!_errors.Items.Any(error => error.Path.StartsWith(node.Path + ":", StringComparison.Ordinal)))
            _errors.Add(node, $"has no dispatcher; a route has exactly one of {known}");
    }

    private IEnumerable<Dictionary<string, ModuleOptions?>> UsedPolicies(ItemName item, GatewayConfigNode node)
    {
        if (node.Find("Use") is not { Kind: not GatewayConfigKind.Null } use
            || !GatewayValues.List(GatewayValues.String).TryRead(use, _errors, out var names))
            return [];
        var used = new List<Dictionary<string, ModuleOptions?>>();
        foreach (var name in names.Reverse())
        {
            _refer(item, new("Policies", name));
            if (_policies.TryGetValue(name, out var policy))
                used.Add(policy);
            else
                _errors.Add(use, $"\"{name}\" is no policy{NameSuggestions.Hint(name, _policies.Keys)}");
        }

        return used;
    }

    private GatewayUpstream ReadUpstream(string id, GatewayConfigNode node)
    {
        var own = _binder.Read(node, ModuleLevels.Upstream, null, "Destinations");
        var modules = Effective(ModuleLevels.Upstream, own, _upstreamDefaults);
        var destinations = new List<GatewayDestination>();
        if (node.Find("Destinations") is { Kind: GatewayConfigKind.Object } map)
        {
            foreach (var (destinationId, member) in Members(node, "Destinations"))
            {
                if (ReadDestination(destinationId, id, member) is { } destination)
                    destinations.Add(destination);
            }

            if (map.Members.Count == 0)
                _errors.Add(map, "has no destination; name at least one, such as \"a\": \"http://127.0.0.1:5001\"");
        }
        else if (node.Kind == GatewayConfigKind.Object)
        {
            _errors.Add(node.At("Destinations"), node.Find("Destinations") is { } wrong
                ? ValueErrors.WrongKind(wrong, "an object of names and addresses")
                : "has no \"Destinations\"; name at least one, such as { \"a\": \"http://127.0.0.1:5001\" }");
        }

        return new(id, node, modules, destinations);
    }

    private GatewayDestination? ReadDestination(string id, string upstreamId, GatewayConfigNode node)
    {
        var place = node.Kind == GatewayConfigKind.Object ? node.Find("Address") : node;
        if (place is null)
        {
            _errors.Add(node, "Address", $"is missing; expected {GatewayValues.HttpAddress.Expected}");
            return null;
        }

        var own = node.Kind == GatewayConfigKind.Object ? _binder.Read(node, ModuleLevels.Destination, null, "Address") : [];
        return GatewayValues.HttpAddress.TryRead(place, _errors, out var address)
            ? new(id, upstreamId, node, Effective(ModuleLevels.Destination, own), address)
            : null;
    }

    // The nearest layer that has a key decides about it, whole; what no layer has may be there implicitly.
    private List<ModuleOptions> Effective(ModuleLevels level, params ReadOnlySpan<Dictionary<string, ModuleOptions?>> layers)
    {
        var modules = new List<ModuleOptions>();
        foreach (var module in _catalog.At(level))
        {
            var isSet = false;
            foreach (var layer in layers)
            {
                if (!layer.TryGetValue(module.Key, out var options))
                    continue;
                isSet = true;
                if (options is not null)
                    modules.Add(options);
                break;
            }

            // What every upstream has, its routes and destinations need not have once more.
            var mayBeImplicit = level == ModuleLevels.Upstream || !module.Levels.HasFlag(ModuleLevels.Upstream);
            if (!isSet && mayBeImplicit && module.ImplicitOptions is { } implicitOptions)
                modules.Add(new(module, implicitOptions, GatewayConfigNode.Null(), "implicit"));
        }

        modules.Sort(static (x, y) => string.CompareOrdinal(x.Module.Key, y.Module.Key));
        return modules;
    }
}
