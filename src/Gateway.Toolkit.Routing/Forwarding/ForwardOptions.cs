namespace Gateway.Toolkit.Routing;

/// <summary>Sends the requests of a route on to an upstream.</summary>
[GatewayOptions(ShortForm = nameof(Upstream))]
public sealed partial record ForwardOptions
{
    /// <summary>The upstream's name.</summary>
    [GatewayKey(Required = true)]
    public string Upstream { get; init; } = "";

    /// <summary>Whether the <c>Host</c> that the client asked for goes upstream, instead of the destination's own.</summary>
    /// <value>False by default.</value>
    public bool PreserveHost { get; init; }

    /// <summary>
    /// The <c>Host</c> to send upstream, such as <c>orders.internal</c> or <c>orders.internal:8080</c>. Over TLS it is also the
    /// name the destination's certificate must have.
    /// </summary>
    /// <value>The destination's own by default.</value>
    public string? Host { get; init; }
}
