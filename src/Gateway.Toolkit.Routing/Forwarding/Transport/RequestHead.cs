using System.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit.Routing;

/// <summary>Makes the head of a request to one destination out of an exchange.</summary>
internal sealed class RequestHead(GatewayDestination destination, HttpOptions options)
{
    private readonly RequestUri _uri = new(destination.Address);
    private readonly UpstreamVersions _versions = new(options, destination.Address.Scheme == Uri.UriSchemeHttps);
    private readonly string? _host = destination.Find("Host")?.Options as string;

    /// <exception cref="FormatException">The method is none.</exception>
    public HttpRequestMessage Create(Exchange exchange, RequestContent? body, WebSocketHandshake? handshake)
    {
        var message = new HttpRequestMessage(handshake?.Method ?? HttpMethod.Parse(exchange.Method), _uri.For(exchange.Target))
        {
            Content = body,
        };
        (message.Version, message.VersionPolicy) = handshake?.Version ?? _versions.For(exchange);
        if ((exchange.UpstreamHost ?? _host) is { } host && !FieldValues.IsUnsafe(host))
            message.Headers.TryAddWithoutValidation("Host", host);
        var activity = Activity.Current;
        foreach (var (name, values) in exchange.Headers)
        {
            if (IsForwarded(name, values, exchange, activity, handshake))
                Add(message, name, values);
        }

        if (activity is not null)
            TraceFields.Write(activity, message.Headers);
        if (body is not null && exchange.Headers.TryGetValue("Expect", out var expect)
            && expect is [{ } only] && only.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
            message.Headers.ExpectContinue = true;
        handshake?.Write(message.Headers);
        return message;
    }

    /// <summary>Whether WebSockets to this destination go over HTTP/2.</summary>
    public bool WebSocketsOverHttp2 => _versions.WebSocketsOverHttp2;

    private static bool IsForwarded(string name, StringValues values, Exchange exchange, Activity? activity, WebSocketHandshake? handshake)
    {
        if (name.Length == 0 || name[0] == ':')
            return false;

        // A client of HTTP/2 must say that it takes trailers before gRPC servers send any; all else TE says is for one connection.
        if (name.Equals("TE", StringComparison.OrdinalIgnoreCase))
            return !exchange.Protocol.StartsWith("HTTP/1", StringComparison.Ordinal) && FieldValues.HasMember(values, "trailers");
        if (ConnectionFields.Contains(name))
            return false;
        return name.Length switch
        {
            4 => !name.Equals("Host", StringComparison.OrdinalIgnoreCase),
            6 => !name.Equals("Expect", StringComparison.OrdinalIgnoreCase),
            14 => !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase),

            // Kestrel's own note of a Content-Length beside a Transfer-Encoding.
            16 => !name.Equals("X-Content-Length", StringComparison.OrdinalIgnoreCase) || !exchange.Headers.Contains("Transfer-Encoding"),
            17 => handshake is null || !name.Equals("Sec-WebSocket-Key", StringComparison.OrdinalIgnoreCase),
            _ => !TraceFields.Contains(name) || (activity is null && values is [{ } value] && TraceFields.MayPass(value)),
        };
    }

    private static void Add(HttpRequestMessage message, string name, StringValues values)
    {
        var value = name.Equals("TE", StringComparison.OrdinalIgnoreCase) ? "trailers" : FieldValues.Join(name, values);
        if (FieldValues.IsUnsafe(value) || message.Headers.TryAddWithoutValidation(name, value))
            return;

        // A field about the body: it goes on even where the body is not there.
        message.Content ??= new EmptyContent();
        message.Content.Headers.TryAddWithoutValidation(name, value);
    }
}
