using System.Net;

namespace Gateway.Toolkit.Routing;

/// <summary>The HTTP version to speak with destinations: <c>auto</c>, <c>1.1</c>, <c>2</c> or <c>3</c>.</summary>
/// <param name="Version">The version; null means <c>auto</c>.</param>
public readonly record struct UpstreamHttpVersion(Version? Version) : IGatewayScalar<UpstreamHttpVersion>
{
    /// <summary>
    /// The best that TLS negotiates of HTTP/2 and HTTP/1.1; without TLS HTTP/1.1, but HTTP/2 for gRPC.
    /// </summary>
    public static UpstreamHttpVersion Auto => default;

    /// <summary>HTTP/1.1.</summary>
    public static UpstreamHttpVersion Http11 { get; } = new(HttpVersion.Version11);

    /// <summary>HTTP/2, without TLS by prior knowledge.</summary>
    public static UpstreamHttpVersion Http2 { get; } = new(HttpVersion.Version20);

    /// <summary>HTTP/3.</summary>
    public static UpstreamHttpVersion Http3 { get; } = new(HttpVersion.Version30);

    /// <inheritdoc/>
    public static string Expected => "an HTTP version: \"auto\", \"1.1\", \"2\" or \"3\"";

    /// <inheritdoc/>
    public static bool TryParse(string text, out UpstreamHttpVersion value, out string? error)
    {
        error = null;
        (value, var isKnown) = text.ToUpperInvariant() switch
        {
            "AUTO" => (Auto, true),
            "1.1" => (Http11, true),
            "2" or "2.0" => (Http2, true),
            "3" or "3.0" => (Http3, true),
            _ => (Auto, false),
        };
        return isKnown;
    }

    /// <inheritdoc/>
    public string ToText() => Version switch
    {
        null => "auto",
        { Major: 1 } => "1.1",
        _ => Version.ToString(1),
    };

    /// <inheritdoc/>
    public override string ToString() => ToText();
}
