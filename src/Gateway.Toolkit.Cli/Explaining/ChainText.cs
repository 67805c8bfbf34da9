namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>Links of a chain in words.</summary>
internal static class ChainText
{
    /// <summary><c>upstream-breaker</c></summary>
    public static string Stage(ChainLink link) => string.Concat(
        link.Stage.ToString().Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>Where the options were written: <c>Policies:standard [a.json:4:7]</c>; <c>default</c> for what is there anyway.</summary>
    public static string From(ChainLink link)
    {
        var node = link.Options.Node;
        return node.Path.Split(':') is ["Gateway", .. var item, _] ? $"{string.Join(':', item)} [{node.Origin}]" : "default";
    }
}
