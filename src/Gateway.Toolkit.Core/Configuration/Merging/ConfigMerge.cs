namespace Gateway.Toolkit;

/// <summary>
/// Lays layers on top of each other. Objects merge by key; everything else is taken whole from the last layer that sets it,
/// a short form and an object of one key included. <c>null</c> removes what earlier layers said, and
/// <c>"$replace": true</c> in an object takes that object whole.
/// </summary>
/// <remarks>
/// Nodes of the layers stand in the result at the path they have in their layer, so that a node's path and origin stay true.
/// What is merged of several gets new containers; a container's origin is that of its first layer.
/// </remarks>
internal static class ConfigMerge
{
    /// <summary>The key that takes an object whole.</summary>
    public const string ReplaceKey = "$replace";

    /// <summary>Merges layers, the lowest first; each is an object with the path <c>Gateway</c>.</summary>
    public static GatewayConfigNode Merge(
        IReadOnlyList<(GatewayConfigNode Node, bool IsTextOnly)> layers, ConfigShape? shape, GatewayErrors errors)
    {
        var merged = GatewayConfigNode.Object([]).AsRoot("Gateway");
        var named = layers.Where(layer => !layer.IsTextOnly).Select(layer => layer.Node).ToList();
        foreach (var (node, isTextOnly) in layers)
        {
            var layer = node;
            if (isTextOnly)
            {
                layer = TextKeys.Fit(node, named).AsRoot("Gateway");
                named.Add(layer);
            }

            // Named at each step: what this one makes may stay as it is in all later ones.
            merged = Merge(merged.Members.Count == 0 ? null : merged, layer, shape, errors)!.AsRoot("Gateway");
        }

        return merged;
    }

    private static GatewayConfigNode? Merge(GatewayConfigNode? low, GatewayConfigNode high, ConfigShape? shape, GatewayErrors errors)
    {
        if (high.Kind == GatewayConfigKind.Null)
            return null;
        if (high.Kind != GatewayConfigKind.Object)
            return high;
        var replaces = high.Members.FirstOrDefault(member => member.Key == ReplaceKey).Value;
        if (replaces is not null && !IsSwitch(replaces))
            errors.Add(replaces, ValueErrors.WrongKind(replaces, "true or false"));
        if (shape?.IsWhole == true)
            return AsWritten(high);
        return low is { Kind: GatewayConfigKind.Object } && !(replaces?.Text == "true" && IsSwitch(replaces))
            ? Members(low, high, low.Origin, shape, errors)
            : Members(GatewayConfigNode.Object([]), high, high.Origin, shape, errors);
    }

    private static GatewayConfigNode Members(
        GatewayConfigNode low, GatewayConfigNode high, GatewayConfigOrigin origin, ConfigShape? shape, GatewayErrors errors)
    {
        var members = new OrderedDictionary<string, GatewayConfigNode>(low.Members, StringComparer.Ordinal);
        var isHigh = low.Members.Count == 0;
        foreach (var (name, value) in high.Members)
        {
            var merged = IsSwitch(name, value) ? null : Merge(members.GetValueOrDefault(name), value, shape?.Member(name), errors);
            isHigh &= ReferenceEquals(merged, value);
            if (merged is null)
                members.Remove(name);
            else
                members[name] = merged;
        }

        return isHigh ? high : GatewayConfigNode.Object(members, origin);
    }

    private static GatewayConfigNode AsWritten(GatewayConfigNode node) => node.Members.Any(member => IsSwitch(member.Key, member.Value))
        ? GatewayConfigNode.Object(node.Members.Where(member => !IsSwitch(member.Key, member.Value)), node.Origin)
        : node;

    // Another value stays in the tree, where it is an unknown key: an item that is not what its author meant is held back.
    private static bool IsSwitch(string name, GatewayConfigNode value) => name == ReplaceKey && IsSwitch(value);

    private static bool IsSwitch(GatewayConfigNode value) =>
        value.Kind == GatewayConfigKind.Boolean || (value.IsTextOnly && value.Text is "true" or "false");
}
