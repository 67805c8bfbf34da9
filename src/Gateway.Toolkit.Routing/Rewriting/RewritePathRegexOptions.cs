namespace Gateway.Toolkit.Routing;

/// <summary>A regular expression on the path, and what takes the place of what it finds.</summary>
[GatewayOptions]
public sealed partial record RewritePathRegexOptions
{
    /// <summary>
    /// The expression, on the encoded path without the query. It runs in time linear to the path's length, so it can have no
    /// lookarounds and no backreferences.
    /// </summary>
    [GatewayKey(Required = true)]
    public string Pattern { get; init; } = "";

    /// <summary>The replacement, with <c>$1</c> and <c>${name}</c> for groups and <c>$$</c> for a dollar sign.</summary>
    [GatewayKey(Required = true)]
    public string Replacement { get; init; } = "";
}
