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
        if (Compare(option, value, option.Min) is not < 0 && Compare(option, value, option.Max) is not > 0)
            return true;
        errors.Add(node, $"\"{node.Text}\" is out of range; allowed: {Range(option)}");
        return false;
    }

    /// <summary><c>from 1s to 1h</c>, <c>1 or more</c>, or null if everything is allowed.</summary>
    public static string? Range(GatewayOption option) => (option.Min, option.Max) switch
    {
        ({ } min, { } max) => $"from {min} to {max}",
        ({ } min, null) => $"{min} or more",
        (null, { } max) => $"{max} or less",
        _ => null,
    };

    private static int? Compare(GatewayOption option, object value, string? bound)
    {
        if (bound is null || value is not IComparable comparable)
            return null;
        var node = GatewayConfigNode.String(bound, textOnly: true);
        return option.Value.ReadObject(node, new GatewayErrors()) is { } limit
            ? comparable.CompareTo(limit)
            : throw new InvalidOperationException($"The bound \"{bound}\" of the option {option.Name} is not {option.Value.Expected}");
    }
}
