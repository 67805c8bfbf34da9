namespace Gateway.Toolkit;

internal static class OptionsChecks
{
    /// <summary>Adds an error for each key that is not known, and for each known one that is given twice in different case.</summary>
    public static bool KeysAreKnown(GatewayConfigNode node, GatewayOptionsDescriptor descriptor, GatewayErrors errors)
    {
        var sound = true;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, member) in node.Members)
        {
            if (name.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
                continue;
            if (!descriptor.Options.Any(option => option.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                errors.Add(member, "unknown key" + NameSuggestions.Hint(name, [.. descriptor.Options.Select(option => option.Name)]));
                sound = false;
            }
            else if (!seen.Add(name))
            {
                errors.Add(member, "is given twice, in different case");
                sound = false;
            }
        }

        return sound;
    }

    /// <summary>Adds an error if the value is below the option's minimum or above its maximum.</summary>
    public static bool InRange(GatewayOption option, object value, GatewayConfigNode node, GatewayErrors errors)
    {
        var low = Compare(option, value, option.Min);
        var high = Compare(option, value, option.Max);
        if (low is not < 0 && high is not > 0)
            return true;
        var range = (option.Min, option.Max) switch
        {
            ({ } min, { } max) => $"from {min} to {max}",
            ({ } min, null) => $"{min} or more",
            (null, { } max) => $"{max} or less",
            _ => "",
        };
        errors.Add(node, $"\"{node.Text}\" is out of range; allowed: {range}");
        return false;
    }

    private static int? Compare(GatewayOption option, object value, string? bound)
    {
        if (bound is null || value is not IComparable comparable)
            return null;
        var node = GatewayConfigNode.String(bound, textOnly: true);
        return option.Value.ReadObject(node, new GatewayErrors()) is { } limit ? comparable.CompareTo(limit) : null;
    }
}
