using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Gateway.Toolkit.Routing;

/// <summary>
/// The connections to one destination. They stay open over reloads as long as the options are the same; another time limit
/// for connecting, which belongs to another module, opens others.
/// </summary>
internal sealed class DestinationConnections(HttpOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<TimeSpan, Lazy<HttpMessageInvoker>> _byConnectTimeout = [];

    public HttpMessageInvoker For(TimeSpan connectTimeout) =>
        _byConnectTimeout.GetOrAdd(connectTimeout, timeout => new(() => new(CreateHandler(timeout), disposeHandler: true))).Value;

    public void Dispose()
    {
        foreach (var connections in _byConnectTimeout.Values)
            connections.Value.Dispose();
    }

    private SocketsHttpHandler CreateHandler(TimeSpan connectTimeout)
    {
        var handler = new SocketsHttpHandler
        {
            // What the origin says goes to the client, unfollowed, unstored and as it is encoded.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,

            // Trace fields are set with the others (TraceFields), under our own limits.
            ActivityHeadersPropagator = null,

            ConnectTimeout = connectTimeout,
            EnableMultipleHttp2Connections = true,
            MaxResponseHeadersLength = (int)(options.MaxResponseHeaders.Bytes / 1024),
            PooledConnectionLifetime = options.ConnectionLifetime,
            PooledConnectionIdleTimeout = options.ConnectionIdleTimeout,

            // A response that is not read to its end was given up, or was not sound: its connection is not used again.
            MaxResponseDrainSize = 0,

            // Kestrel reads request fields as UTF-8; response fields are kept byte for byte.
            RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        };
        if (options.MaxConnectionsPerDestination is { } most)
            handler.MaxConnectionsPerServer = most;
        if (options.Tls.DangerousAcceptAnyCertificate)
        {
#pragma warning disable CA5359 // Asked for, under a name that says what it is.
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        return handler;
    }
}
