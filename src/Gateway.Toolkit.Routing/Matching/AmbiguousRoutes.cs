namespace Gateway.Toolkit.Routing;

/// <summary>Finds routes that nothing tells apart: the same match and the same order.</summary>
internal sealed class AmbiguousRoutes(GatewaySnapshot? previous, GatewayErrors errors)
{
    private readonly Dictionary<(string Path, HostPattern Host, int Order, int Conditions), List<RouteEntry>> _groups = [];

    /// <summary>Adds an error for each two of them.</summary>
    public void Check(IEnumerable<RouteEntry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var path in entry.Template.Shapes)
            {
                foreach (var host in entry.Hosts)
                    Add((path, host, entry.Order, entry.ConditionHash), entry);
            }
        }
    }

    private void Add((string, HostPattern, int, int) key, RouteEntry entry)
    {
        if (!_groups.TryGetValue(key, out var group))
            _groups[key] = group = [];
        foreach (var other in group)
        {
            if (AreEqual(entry.Options, other.Options))
                Report(other, entry);
        }

        group.Add(entry);
    }

    // Of two routes, the one that has changed is wrong: it is the one that can be held back.
    private void Report(RouteEntry first, RouteEntry second)
    {
        var (wrong, other) = !IsUnchanged(first.Route) && IsUnchanged(second.Route) ? (first, second) : (second, first);
        errors.Add(
            wrong.Route.Find("Match")!.Node,
            $"ambiguous routes: \"{wrong.Route.Id}\" and \"{other.Route.Id}\" have the same match and the same order; make one more specific, or set \"Order\" (lower wins)");
    }

    private bool IsUnchanged(GatewayRoute route) =>
        previous is not null && previous.Routes.TryGetValue(route.Id, out var earlier) && earlier.Node.Equals(route.Node);

    private static bool AreEqual(MatchOptions x, MatchOptions y) =>
        Meet(x.Methods, y.Methods) && Meet(x.ContentType, y.ContentType) && Meet(x.Accept, y.Accept)
        && AreEqual(x.Headers, y.Headers) && AreEqual(x.Query, y.Query);

    // A list beats no list, so only two lists, or none, can leave a tie.
    private static bool Meet(GatewayList<string> x, GatewayList<string> y) =>
        x.Count == 0 ? y.Count == 0 : x.Intersect(y, StringComparer.OrdinalIgnoreCase).Any();

    private static bool AreEqual(GatewayMap<MatchCondition> x, GatewayMap<MatchCondition> y) =>
        x.Count == y.Count && x.All(item => y.TryGetValue(item.Key, out var condition) && condition == item.Value);
}
