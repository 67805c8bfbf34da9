namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>Links of a chain in words.</summary>
internal static class ChainText
{
    /// <summary><c>upstream-breaker</c></summary>
    public static string Stage(ChainLink link) => string.Concat(
        link.Stage.ToString().Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>Where the options came from: the item or policy that has them, and the place; <c>default</c> for what is there anyway.</summary>
    public static string From(ChainLink link)
    {
        if (link.Options.From == "implicit")
            return "default";
        var from = link.Options.From ?? link.Item.ToString().ToLowerInvariant();
        return $"{from} [{link.Options.Node.Origin}]";
    }
}
