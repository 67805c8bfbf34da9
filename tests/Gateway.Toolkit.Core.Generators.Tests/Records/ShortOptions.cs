namespace Gateway.Toolkit.Core.Generators.Tests.Records;

/// <summary>Options that read a short form of two keys.</summary>
[GatewayOptions]
public sealed partial record ShortOptions : IGatewayShortForm<ShortOptions>
{
    /// <summary>A name.</summary>
    public string Name { get; init; } = "";

    /// <summary>A digit.</summary>
    [GatewayKey(Max = "9")]
    public int Count { get; init; }

    static string IGatewayShortForm<ShortOptions>.ShortForm => "a pair such as \"a=1\"";

    static ShortOptions? IGatewayShortForm<ShortOptions>.FromShortForm(GatewayConfigNode node, GatewayErrors errors)
    {
        var parts = node.Text!.Split('=');
        return new() { Name = parts[0], Count = int.Parse(parts[1], null) };
    }
}
