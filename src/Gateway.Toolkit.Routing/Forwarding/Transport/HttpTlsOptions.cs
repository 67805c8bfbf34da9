namespace Gateway.Toolkit.Routing;

/// <summary>
/// How connections to <c>https</c> destinations are secured. The name that the certificate must have is the <c>Host</c> that is
/// sent: the destination's own, unless a <c>Host</c> says otherwise.
/// </summary>
[GatewayOptions]
public sealed partial record HttpTlsOptions
{
    /// <summary>
    /// Whether any certificate will do: expired ones, of unknown issuers, for other names. Anybody on the way can then read
    /// and change everything; for tests only.
    /// </summary>
    /// <value>False by default.</value>
    public bool DangerousAcceptAnyCertificate { get; init; }
}
