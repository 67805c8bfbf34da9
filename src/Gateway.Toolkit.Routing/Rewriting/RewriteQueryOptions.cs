namespace Gateway.Toolkit.Routing;

/// <summary>Changes to the query, in this order: remove, set, append. Names match in any case.</summary>
[GatewayOptions]
public sealed partial record RewriteQueryOptions
{
    /// <summary>The parameters to remove.</summary>
    public GatewayList<string> Remove { get; init; } = [];

    /// <summary>The parameters to set, in place of all that have the name. Without a value for it the parameter is removed.</summary>
    public GatewayMap<GatewayTemplate> Set { get; init; } = [];

    /// <summary>The parameters to add after those that are there. Without a value for it nothing is added.</summary>
    public GatewayMap<GatewayTemplate> Append { get; init; } = [];
}
