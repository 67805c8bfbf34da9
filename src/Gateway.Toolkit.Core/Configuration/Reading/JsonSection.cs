namespace Gateway.Toolkit;

/// <summary>Finds the gateway's section in a file's root.</summary>
internal static class JsonSection
{
    private static readonly string[] _maps = ["Routes", "Upstreams", "Policies", "Defaults"];

    /// <summary>Finds the section and makes it the root of its tree.</summary>
    /// <param name="root">The file's root object.</param>
    /// <param name="section">The section's path; null where the root is its content, or an object with a <c>Gateway</c> key.</param>
    /// <param name="errors">Gets what keeps the section from being found without doubt.</param>
    /// <returns>The section, or null if the file has none.</returns>
    public static GatewayConfigNode? Find(GatewayConfigNode root, string? section, GatewayErrors errors)
    {
        if (section is null && root.Find("Gateway") is null)
            return WithoutSchema(root.AsRoot("Gateway"));
        if (section is null)
            CheckSiblings(root, errors);
        var node = root;
        var parts = (section ?? "Gateway").Split(':');
        for (var i = 0; i < parts.Length; i++)
        {
            if (!IsClear(node, parts[i], errors) || node.Find(parts[i]) is not { Kind: not GatewayConfigKind.Null } member)
                return null;
            if (member.Kind != GatewayConfigKind.Object)
            {
                errors.Add(member, ValueErrors.WrongKind(member, "an object"));
                return null;
            }

            node = member;
        }

        return WithoutSchema(node.AsRoot("Gateway"));
    }

    // What IConfiguration would find under another spelling must not be passed over in silence.
    private static bool IsClear(GatewayConfigNode node, string name, GatewayErrors errors)
    {
        var clear = true;
        var found = false;
        foreach (var (key, member) in node.Members)
        {
            if (key.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            {
                errors.Add(member, "has a ':' in its key; write nested objects instead");
                clear = false;
            }
            else if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                if (found)
                    errors.Add(member, "is given twice, in different case");
                clear &= !found;
                found = true;
            }
        }

        return clear;
    }

    // In a file of the gateway's own, what stands beside the section was meant to be in it.
    private static void CheckSiblings(GatewayConfigNode root, GatewayErrors errors)
    {
        foreach (var (key, member) in root.Members)
        {
            if (_maps.Contains(key, StringComparer.OrdinalIgnoreCase))
                errors.Add(member, "stands beside \"Gateway\"; move it inside");
        }
    }

    private static GatewayConfigNode WithoutSchema(GatewayConfigNode root) => root.Members.All(member => member.Key != "$schema")
        ? root
        : GatewayConfigNode.Object(root.Members.Where(member => member.Key != "$schema"), root.Origin).AsRoot(root.Name);
}
