using System.Collections.Frozen;

namespace Gateway.Toolkit.Routing;

/// <summary>Fields that belong to one connection, or to the proxy at its end, and never go on (RFC 9110, section 7.6.1).</summary>
internal static class ConnectionFields
{
    private static readonly FrozenSet<string> _names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "Transfer-Encoding", "Keep-Alive", "Upgrade", "TE", "HTTP2-Settings", "Upgrade-Insecure-Requests", "Alt-Svc", "ALPN",
        "Close", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authentication-Info", "Proxy-Authorization", "Proxy-Features",
        "Proxy-Instruction", "Security-Scheme");

    // Trailers come after what they could still change: framing, routing, authentication and the meaning of the body
    // (RFC 9110, section 6.5.1).
    private static readonly FrozenSet<string> _notInTrailers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Content-Length", "Content-Type", "Content-Encoding", "Content-Range", "Host", "Authorization", "Set-Cookie", "Cache-Control",
        "Trailer");

    public static bool Contains(string name) => _names.Contains(name);

    public static bool MayBeTrailer(string name) => !_names.Contains(name) && !_notInTrailers.Contains(name);
}
