using System.Net;

namespace Gateway.Toolkit.Routing;

/// <summary>Which HTTP version an attempt asks for.</summary>
internal sealed class UpstreamVersions(HttpOptions options, bool isSecure)
{
    private readonly (Version, HttpVersionPolicy) _usual = options.Version.Version is { } version
        ? (version, options.VersionPolicy switch
        {
            UpstreamVersionPolicy.OrLower => HttpVersionPolicy.RequestVersionOrLower,
            UpstreamVersionPolicy.OrHigher => HttpVersionPolicy.RequestVersionOrHigher,
            _ => HttpVersionPolicy.RequestVersionExact,
        })
        : isSecure
            ? (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower)
            : (HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);

    // Without TLS nothing is negotiated, and gRPC exists over HTTP/2 only.
    private readonly bool _grpcByPriorKnowledge = options.Version == UpstreamHttpVersion.Auto && !isSecure;

    public bool WebSocketsOverHttp2 { get; } =
        options.Version == UpstreamHttpVersion.Http2 && options.VersionPolicy != UpstreamVersionPolicy.OrLower;

    public (Version Version, HttpVersionPolicy Policy) For(Exchange exchange) =>
        _grpcByPriorKnowledge && IsGrpc(exchange.Headers)
            ? (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact)
            : _usual;

    private static bool IsGrpc(ExchangeHeaders headers)
    {
        const string Grpc = "application/grpc";
        return headers.TryGetValue("Content-Type", out var values)
            && values is [{ } type]
            && type.StartsWith(Grpc, StringComparison.OrdinalIgnoreCase)
            && (type.Length == Grpc.Length || type[Grpc.Length] is '+' or ';' or ' ');
    }
}
