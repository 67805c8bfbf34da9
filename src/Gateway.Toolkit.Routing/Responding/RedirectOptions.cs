namespace Gateway.Toolkit.Routing;

/// <summary>Sends the client to another URL.</summary>
[GatewayOptions(ShortForm = nameof(To))]
public sealed partial record RedirectOptions
{
    /// <summary>
    /// Where to: a path such as <c>/new/{id}</c>, an http or https URL such as <c>https://{host}{path}</c>, or one value such as
    /// <c>{query:returnUrl}</c>, which is followed only if it is a path on this host.
    /// </summary>
    [GatewayKey(Required = true)]
    public GatewayTemplate To { get; init; } = "/";

    /// <summary>
    /// 301 (moved for good) or 302 (found), after which clients may change POST to GET; 308 or 307 for the same with the method
    /// and body kept (RFC 9110, section 15.4).
    /// </summary>
    public int Status { get; init; } = 302;

    /// <summary>
    /// Whether the request's query goes along. By default it does, unless <c>To</c> has a query of its own or is a value itself.
    /// </summary>
    public bool? PreserveQuery { get; init; }
}
