namespace Gateway.Toolkit;

/// <summary>
/// Finds what of a changed configuration can go live: an item in error keeps its last good version, and with it every changed
/// item that it refers to or is referred to by, near or far, so that what belongs together never goes live by halves.
/// </summary>
internal static class HoldBack
{
    private static readonly string[] _maps = ["Routes", "Upstreams", "Policies", "Defaults"];

    /// <summary>Checks a tree, holding back items until what is left is sound.</summary>
    /// <param name="next">The new tree.</param>
    /// <param name="last">The tree in use.</param>
    /// <param name="check">Binds and checks a tree.</param>
    /// <param name="errors">Gets what is wrong with the new tree.</param>
    /// <param name="held">The items that keep their last good version.</param>
    /// <returns>A candidate without errors, or null if nothing can go live.</returns>
    public static Candidate? Resolve(
        GatewayConfigNode next, GatewayConfigNode last, Func<GatewayConfigNode, Candidate> check, GatewayErrors errors, out IReadOnlyCollection<ItemName> held)
    {
        var all = new HashSet<ItemName>();
        held = all;
        while (true)
        {
            var candidate = check(next);
            foreach (var error in candidate.Errors.Items)
                errors.Add(error);
            if (!candidate.Errors.HasErrors)
                return candidate;
            var changed = Changed(next, last);
            var wrong = candidate.Errors.Items.Where(error => !error.IsWarning).Select(error => ItemOf(error.Path, next)).ToHashSet();
            var hold = Connected(wrong, candidate.References, changed);
            hold.IntersectWith(changed);
            if (hold.Count == 0)
                return null;
            all.UnionWith(hold);
            next = Replace(next, last, hold);
        }
    }

    /// <summary>The items that differ between two trees.</summary>
    public static HashSet<ItemName> Changed(GatewayConfigNode next, GatewayConfigNode last)
    {
        var changed = new HashSet<ItemName>();
        Compare("", next, last);
        foreach (var map in _maps)
            Compare(map, next.Find(map), last.Find(map));
        return changed;

        void Compare(string section, GatewayConfigNode? now, GatewayConfigNode? then)
        {
            var earlier = Members(section, then).ToDictionary(member => member.Key, member => member.Value);
            foreach (var (id, node) in Members(section, now))
            {
                if (!earlier.Remove(id, out var before) || !before.Equals(node))
                    changed.Add(new(section, id));
            }

            foreach (var id in earlier.Keys)
                changed.Add(new(section, id));
        }
    }

    private static IEnumerable<KeyValuePair<string, GatewayConfigNode>> Members(string section, GatewayConfigNode? node) =>
        section.Length > 0 || node is null ? node?.Members ?? [] : node.Members.Where(member => !IsMap(member));

    // A map that is no object (an error) counts as one item of the root.
    private static bool IsMap(KeyValuePair<string, GatewayConfigNode> member) =>
        member.Value.Kind == GatewayConfigKind.Object && _maps.Contains(member.Key, StringComparer.OrdinalIgnoreCase);

    private static ItemName ItemOf(string path, GatewayConfigNode root)
    {
        foreach (var section in _maps)
        {
            if (root.Find(section) is not { Kind: GatewayConfigKind.Object } map)
                continue;
            foreach (var (id, node) in map.Members)
            {
                if (path == node.Path || path.StartsWith(node.Path + ":", StringComparison.Ordinal))
                    return new(section, id);
            }
        }

        var key = root.Members.FirstOrDefault(member => path == member.Value.Path || path.StartsWith(member.Value.Path + ":", StringComparison.Ordinal)).Key;
        return new("", key ?? path);
    }

    private static HashSet<ItemName> Connected(
        HashSet<ItemName> from, IReadOnlySet<(ItemName From, ItemName To)> references, HashSet<ItemName> changed)
    {
        var links = references.Concat(references.Select(link => (From: link.To, To: link.From))).ToLookup(link => link.From, link => link.To);
        var found = new HashSet<ItemName>(from);
        var open = new Stack<ItemName>(from);
        while (open.TryPop(out var item))
        {
            foreach (var other in links[item])
            {
                if (changed.Contains(other) && found.Add(other))
                    open.Push(other);
            }
        }

        return found;
    }

    private static GatewayConfigNode Replace(GatewayConfigNode next, GatewayConfigNode last, HashSet<ItemName> hold)
    {
        var members = Replaced("", next, last, hold)
            .Where(member => !IsMap(member))
            .Concat(_maps
                .Select(map => (Name: map, Members: Replaced(map, next.Find(map), last.Find(map), hold)))
                .Where(map => map.Members.Count > 0)
                .Select(map => KeyValuePair.Create(map.Name, GatewayConfigNode.Object(map.Members, (next.Find(map.Name) ?? last.Find(map.Name))!.Origin))));
        return GatewayConfigNode.Object(members, next.Origin).AsRoot(next.Path);
    }

    private static List<KeyValuePair<string, GatewayConfigNode>> Replaced(
        string section, GatewayConfigNode? next, GatewayConfigNode? last, HashSet<ItemName> hold)
    {
        var members = new List<KeyValuePair<string, GatewayConfigNode>>();
        foreach (var (id, node) in Members(section, next))
        {
            var kept = hold.Contains(new(section, id)) ? last?.Find(id) : node;
            if (kept is not null)
                members.Add(new(id, kept));
        }

        foreach (var (id, node) in Members(section, last))
        {
            if (hold.Contains(new(section, id)) && next?.Find(id) is null)
                members.Add(new(id, node));
        }

        return members;
    }
}
