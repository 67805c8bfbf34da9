namespace Gateway.Toolkit;

/// <summary>Reads the module keys of one object of the configuration.</summary>
internal sealed class ModuleBinder(ModuleCatalog catalog, GatewayErrors errors)
{
    /// <summary>
    /// Reads all keys of a node that modules own. A module that is off is there with null options, so that it isn't inherited.
    /// </summary>
    /// <param name="node">The item's object.</param>
    /// <param name="level">The item's level.</param>
    /// <param name="from">Where the options come from, for <c>explain</c>; null for the item's own.</param>
    /// <param name="others">The keys that Core reads itself.</param>
    public Dictionary<string, ModuleOptions?> Read(GatewayConfigNode node, ModuleLevels level, string? from, params ReadOnlySpan<string> others)
    {
        var found = new Dictionary<string, ModuleOptions?>(StringComparer.OrdinalIgnoreCase);
        if (node.Kind != GatewayConfigKind.Object)
        {
            errors.Add(node, ValueErrors.WrongKind(node, "an object"));
            return found;
        }

        foreach (var (key, member) in node.Members)
        {
            if (key.StartsWith("x-", StringComparison.OrdinalIgnoreCase) || Contains(others, key))
                continue;
            if (catalog.Find(level, key) is not { } module)
            {
                errors.Add(member, KnownKeys.Message(key, level, [.. catalog.At(level).Select(known => known.Key), .. others]));
                continue;
            }

            if (!found.TryAdd(module.Key, null))
                errors.Add(member, "is given twice, in different case");
            else if (!IsOff(module, member))
                found[module.Key] = Read(module, member, from);
        }

        return found;
    }

    private static bool Contains(ReadOnlySpan<string> keys, string key)
    {
        foreach (var known in keys)
        {
            if (known.Equals(key, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // A module that is itself a switch takes "false" as its value.
    private static bool IsOff(IGatewayModule module, GatewayConfigNode node) =>
        node.Kind == GatewayConfigKind.Null
        || (node.Text == "false" && (node.Kind == GatewayConfigKind.Boolean || node.IsTextOnly) && module.Value is not GatewayValue<bool>);

    private ModuleOptions? Read(IGatewayModule module, GatewayConfigNode node, string? from)
    {
        var before = errors.Items.Count;
        var options = module.Value.ReadObject(node, errors);
        return options is null || errors.Items.Skip(before).Any(error => !error.IsWarning) ? null : new(module, options, node, from);
    }
}
