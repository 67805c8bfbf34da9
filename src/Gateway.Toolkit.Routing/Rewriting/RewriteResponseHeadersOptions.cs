namespace Gateway.Toolkit.Routing;

/// <summary>
/// Changes to the response's header fields, in this order: remove, set, append. Not for the framing of the body, nor for fields
/// of one connection.
/// </summary>
[GatewayOptions]
public sealed partial record RewriteResponseHeadersOptions
{
    /// <summary>The fields to remove.</summary>
    public GatewayList<string> Remove { get; init; } = [];

    /// <summary>The fields to set. Without a value for it, or with one that no field may have, the field is removed.</summary>
    public GatewayMap<GatewayTemplate> Set { get; init; } = [];

    /// <summary>The values to add to fields. Without a value for it, or with one that no field may have, nothing is added.</summary>
    public GatewayMap<GatewayTemplate> Append { get; init; } = [];

    /// <summary>
    /// Whether problems that the gateway itself answers with while it dispatches get the changes too; by default only responses
    /// of origins and dispatchers do.
    /// </summary>
    public bool Always { get; init; }
}
