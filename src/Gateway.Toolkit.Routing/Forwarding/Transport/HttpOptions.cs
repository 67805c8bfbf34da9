namespace Gateway.Toolkit.Routing;

/// <summary>How HTTP is spoken with the destinations of an upstream, or with one of them.</summary>
[GatewayOptions(ShortForm = nameof(Version))]
public sealed partial record HttpOptions
{
    /// <summary>
    /// The HTTP version: <c>auto</c>, <c>1.1</c>, <c>2</c> or <c>3</c>. <c>auto</c> is what TLS negotiates of 2 and 1.1, and
    /// 1.1 without TLS, but 2 for gRPC. WebSockets use 1.1 unless 2 is named here.
    /// </summary>
    /// <value><c>auto</c> by default.</value>
    public UpstreamHttpVersion Version { get; init; }

    /// <summary>What other versions may be used where <see cref="Version"/> names one.</summary>
    /// <value><see cref="UpstreamVersionPolicy.Exact"/> by default.</value>
    public UpstreamVersionPolicy VersionPolicy { get; init; }

    /// <summary>The most connections to one destination; further attempts wait for one. HTTP/2 needs few.</summary>
    /// <value>No limit by default; 1 or more.</value>
    [GatewayKey(Min = "1")]
    public int? MaxConnectionsPerDestination { get; init; }

    /// <summary>How long a connection is used before a new one takes its place, so that changes of DNS are followed.</summary>
    /// <value>15 minutes by default; 1 second or more.</value>
    [GatewayKey(Min = "1s")]
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a connection is kept that nobody uses.</summary>
    /// <value>1 minute by default; 1 second or more.</value>
    [GatewayKey(Min = "1s")]
    public TimeSpan ConnectionIdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The most bytes that the head of a response may have.</summary>
    /// <value>64KB by default; from 1KB to 16MB.</value>
    [GatewayKey(Min = "1KB", Max = "16MB")]
    public GatewaySize MaxResponseHeaders { get; init; } = new(64 * 1024);

    /// <summary>How connections are secured.</summary>
    public HttpTlsOptions Tls { get; init; } = new();
}
