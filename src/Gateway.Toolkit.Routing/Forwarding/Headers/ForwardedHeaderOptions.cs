namespace Gateway.Toolkit.Routing;

/// <summary>
/// What destinations are told about the client: <c>X-Forwarded-*</c>, or <c>Forwarded</c> (RFC 7239). What the client itself
/// says in these fields is not believed, unless a policy says so.
/// </summary>
[GatewayOptions]
public sealed partial record ForwardedHeaderOptions
{
    /// <summary><c>X-Forwarded-For</c>: the client's address.</summary>
    /// <value><see cref="ForwardedHeaderPolicy.Set"/> by default.</value>
    public ForwardedHeaderPolicy For { get; init; }

    /// <summary><c>X-Forwarded-Host</c>: the host that the client asked for.</summary>
    /// <value><see cref="ForwardedHeaderPolicy.Set"/> by default.</value>
    public ForwardedHeaderPolicy Host { get; init; }

    /// <summary><c>X-Forwarded-Proto</c>: <c>http</c> or <c>https</c>, as the client used it.</summary>
    /// <value><see cref="ForwardedHeaderPolicy.Set"/> by default.</value>
    public ForwardedHeaderPolicy Proto { get; init; }

    /// <summary><c>X-Forwarded-Prefix</c>: the path that the app is mounted under; dropped where there is none.</summary>
    /// <value><see cref="ForwardedHeaderPolicy.Set"/> by default.</value>
    public ForwardedHeaderPolicy Prefix { get; init; }

    /// <summary>
    /// <c>Forwarded</c> (RFC 7239): client, host and scheme in one field. With <see cref="ForwardedHeaderPolicy.Set"/> or
    /// <see cref="ForwardedHeaderPolicy.Append"/> it takes the place of all <c>X-Forwarded-*</c>, which are dropped.
    /// </summary>
    /// <value><see cref="ForwardedHeaderPolicy.Remove"/> by default.</value>
    public ForwardedHeaderPolicy Forwarded { get; init; } = ForwardedHeaderPolicy.Remove;

    /// <summary>How <c>Forwarded</c> names the client.</summary>
    /// <value><see cref="ForwardedNode.Address"/> by default.</value>
    public ForwardedNode ForwardedFor { get; init; }
}
