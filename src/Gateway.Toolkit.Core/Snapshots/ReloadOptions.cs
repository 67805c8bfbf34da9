namespace Gateway.Toolkit;

/// <summary>How changes of the configuration are put in use.</summary>
[GatewayOptions]
public sealed partial record ReloadOptions
{
    /// <summary>What a reload with errors puts in use.</summary>
    /// <value>By default <see cref="ReloadApply.PerItem"/>.</value>
    public ReloadApply Apply { get; init; } = ReloadApply.PerItem;
}
