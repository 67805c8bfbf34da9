using System.Collections.Frozen;

namespace Gateway.Toolkit;

/// <summary>Makes snapshots: binds and checks a tree, then folds the chains of what has changed.</summary>
internal sealed class SnapshotBuilder(
    ModuleCatalog catalog,
    IEnumerable<ISnapshotPart> parts,
    IServiceProvider services,
    TimeProvider time,
    RequestPipeline pipeline,
    GatewayTelemetry telemetry)
{
    private readonly IReadOnlyList<ISnapshotPart> _parts = [.. parts];

    /// <summary>Binds and checks a tree. Nothing of it is in use after this.</summary>
    public Candidate Check(GatewayConfigNode root, IReadOnlyList<LocalEndpoint> localEndpoints, GatewaySnapshot? previous, GatewayErrors errors)
    {
        ConfigReferences.Check(root, errors);
        var references = new HashSet<(ItemName, ItemName)>();
        var binder = new CandidateBinder(catalog, errors, (from, to) => references.Add((from, to)));
        var snapshot = binder.Bind(root, localEndpoints, SnapshotHash.Of(root));
        if (previous is not null)
            snapshot = KeepUnchanged(snapshot, previous);
        Validate(snapshot, errors, references);
        var built = new Dictionary<Type, object>();
        foreach (var part in _parts)
            built[part.PartType] = part.Build(snapshot, previous, errors);
        return new(root, snapshot, built, errors, references);
    }

    /// <summary>Folds the chains of a candidate without errors, and gives it the state that it can take over.</summary>
    public GatewaySnapshot Complete(Candidate candidate, GatewaySnapshot? previous, IReadOnlyList<LocalEndpoint> localEndpoints)
    {
        var snapshot = candidate.Snapshot;
        var state = new StateStore(previous?.State);
        var folder = new ChainFolder(snapshot, state, services, time, telemetry);
        foreach (var upstream in snapshot.Upstreams.Values)
        {
            if (upstream.Send is null)
                folder.Fold(upstream);
            else
                state.Carry(upstream);
        }

        foreach (var route in snapshot.Routes.Values)
            Complete(route, folder, state, snapshot, null);
        foreach (var endpoint in localEndpoints)
            Complete(snapshot.LocalRoutes[endpoint.Id], folder, state, snapshot, endpoint);
        state.Seal();
        snapshot.Complete(candidate.Parts.ToFrozenDictionary(), state);
        return snapshot;
    }

    private void Complete(GatewayRoute route, ChainFolder folder, StateStore state, GatewaySnapshot snapshot, LocalEndpoint? local)
    {
        if (route.Pipeline is null)
        {
            pipeline.Attach(route, local, folder);
            route.Metadata = Metadata(route, snapshot);
        }
        else
        {
            state.Carry(route);
        }

        route.Snapshot ??= snapshot;
    }

    private static List<object> Metadata(GatewayRoute route, GatewaySnapshot snapshot)
    {
        var metadata = new List<object>();
        foreach (var module in route.Modules)
            module.Module.Describe(new(snapshot, route, module, refer: null), metadata);
        return metadata;
    }

    // An item that has not changed, nor anything it stands on, stays the object it is: its chain, its connections, its state.
    private static GatewaySnapshot KeepUnchanged(GatewaySnapshot next, GatewaySnapshot previous)
    {
        if (!SameModules(next, previous))
            return next;
        var upstreams = next.Upstreams.ToDictionary(
            item => item.Key,
            item => previous.Upstreams.TryGetValue(item.Key, out var earlier) && SameModules(item.Value, earlier) && SameDestinations(item.Value, earlier)
                ? earlier
                : item.Value);
        var sameUpstreams = upstreams.Count == previous.Upstreams.Count
            && upstreams.All(item => previous.Upstreams.TryGetValue(item.Key, out var earlier) && ReferenceEquals(earlier, item.Value));
        return new(
            next.Hash, next.Node, next.Modules, Keep(next.Routes, previous.Routes), Keep(next.LocalRoutes, previous.LocalRoutes), upstreams);

        Dictionary<string, GatewayRoute> Keep(IReadOnlyDictionary<string, GatewayRoute> routes, IReadOnlyDictionary<string, GatewayRoute> earlierRoutes) =>
            routes.ToDictionary(
                item => item.Key,
                item => earlierRoutes.TryGetValue(item.Key, out var earlier) && SameModules(item.Value, earlier) && (sameUpstreams || SameReach(earlier))
                    ? earlier
                    : item.Value);

        bool SameReach(GatewayRoute route) => route.Upstreams.All(
            name => upstreams.TryGetValue(name, out var now) && previous.Upstreams.TryGetValue(name, out var then) && ReferenceEquals(now, then));
    }

    private static bool SameModules(GatewayItem next, GatewayItem previous)
    {
        if (next.Modules.Count != previous.Modules.Count)
            return false;
        for (var i = 0; i < next.Modules.Count; i++)
        {
            var (x, y) = (next.Modules[i], previous.Modules[i]);
            if (x.Module != y.Module || x.From != y.From || !x.Options.Equals(y.Options))
                return false;
        }

        return true;
    }

    private static bool SameDestinations(GatewayUpstream next, GatewayUpstream previous)
    {
        if (next.Destinations.Count != previous.Destinations.Count)
            return false;
        for (var i = 0; i < next.Destinations.Count; i++)
        {
            var (x, y) = (next.Destinations[i], previous.Destinations[i]);
            if (x.Id != y.Id || x.Address != y.Address || !SameModules(x, y))
                return false;
        }

        return true;
    }

    private static void Validate(GatewaySnapshot snapshot, GatewayErrors errors, HashSet<(ItemName, ItemName)> references)
    {
        Validate(snapshot, snapshot, default, errors, references);
        foreach (var upstream in snapshot.Upstreams.Values)
        {
            Validate(snapshot, upstream, new("Upstreams", upstream.Id), errors, references);
            foreach (var destination in upstream.Destinations)
                Validate(snapshot, destination, new("Upstreams", upstream.Id), errors, references);
        }

        foreach (var route in snapshot.Routes.Values)
            Validate(snapshot, route, new("Routes", route.Id), errors, references);
        foreach (var route in snapshot.LocalRoutes.Values)
            Validate(snapshot, route, new(LocalEndpoint.Section, route.Id), errors, references);
    }

    private static void Validate(
        GatewaySnapshot snapshot, GatewayItem item, ItemName name, GatewayErrors errors, HashSet<(ItemName, ItemName)> references)
    {
        foreach (var module in item.Modules)
        {
            var self = name == default ? new ItemName("", module.Module.Key) : name;
            var context = new ModuleContext(snapshot, item, module, (section, id) => references.Add((self, new(section, id))));
            module.Module.Validate(context, errors);
        }
    }
}
