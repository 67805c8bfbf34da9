using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>
/// Opens a WebSocket to a destination for a client that opens one here. Each side may speak HTTP/1.1 (RFC 6455) or HTTP/2
/// (RFC 8441); where they differ, the key that only HTTP/1.1 has is made or answered here.
/// </summary>
internal sealed class WebSocketHandshake
{
    private const string KeyField = "Sec-WebSocket-Key";
    private const string AcceptField = "Sec-WebSocket-Accept";
    private const string Protocol = "websocket";

    private readonly string _key;
    private readonly bool _clientHasKey;
    private readonly bool _overHttp2;

    private WebSocketHandshake(string key, bool clientHasKey, bool overHttp2)
    {
        _key = key;
        _clientHasKey = clientHasKey;
        _overHttp2 = overHttp2;
    }

    /// <summary>The method of the request: an upgrade of HTTP/1.1, or an extended CONNECT.</summary>
    public HttpMethod Method => _overHttp2 ? HttpMethod.Connect : HttpMethod.Get;

    /// <summary>The version that the request needs.</summary>
    public (Version, HttpVersionPolicy) Version =>
        (_overHttp2 ? HttpVersion.Version20 : HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);

    /// <summary>The status that tells the client of success.</summary>
    public int StatusForClient => _clientHasKey ? StatusCodes.Status101SwitchingProtocols : StatusCodes.Status200OK;

    /// <summary>The handshake of an exchange; null if its client wants no WebSocket.</summary>
    /// <exception cref="TransportException">The client's key is malformed, and the destination can't be asked to judge it.</exception>
    public static WebSocketHandshake? For(Exchange exchange, bool overHttp2)
    {
        if (exchange.Upgrade is not { } upgrade || !upgrade.Equals(Protocol, StringComparison.OrdinalIgnoreCase))
            return null;
        if (!exchange.Protocol.StartsWith("HTTP/1", StringComparison.Ordinal))
            return new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)), clientHasKey: false, overHttp2);
        var key = exchange.Headers[KeyField].ToString();
        if (overHttp2 && !IsKey(key))
            throw new TransportException(GatewayProblem.BadRequest with { Detail = "Sec-WebSocket-Key is malformed" });
        return new(key, clientHasKey: true, overHttp2);
    }

    /// <summary>Asks for the WebSocket.</summary>
    public void Write(HttpRequestHeaders headers)
    {
        if (_overHttp2)
        {
            headers.Protocol = Protocol;
            return;
        }

        headers.TryAddWithoutValidation("Connection", "Upgrade");
        headers.TryAddWithoutValidation("Upgrade", Protocol);
        if (_key.Length > 0 && !FieldValues.IsUnsafe(_key))
            headers.TryAddWithoutValidation(KeyField, _key);
    }

    /// <summary>Whether a response opens the WebSocket; one that does neither that nor refuses it is an error.</summary>
    /// <exception cref="TransportException">The response says 101, but not for this handshake.</exception>
    public bool IsAccepted(HttpResponseMessage message)
    {
        if (_overHttp2)
            return message.StatusCode == HttpStatusCode.OK && message.Version.Major == 2;
        if (message.StatusCode != HttpStatusCode.SwitchingProtocols)
            return false;
        var fields = message.Headers.NonValidated;
        if (IsKey(_key)
            && fields.TryGetValues("Upgrade", out var upgrade) && upgrade.ToString().Equals(Protocol, StringComparison.OrdinalIgnoreCase)
            && fields.TryGetValues(AcceptField, out var accept) && accept.ToString() == Accept(_key))
            return true;
        throw new TransportException(GatewayProblem.UpgradeFailed);
    }

    /// <summary>Puts into the response what the client's side of the handshake has.</summary>
    public void WriteTo(IHeaderDictionary headers)
    {
        headers.Remove(AcceptField);
        if (!_clientHasKey)
            return;
        headers.Upgrade = Protocol;
        headers[AcceptField] = Accept(_key);
    }

    private static bool IsKey(string key) =>
        key.Length == 24 && Convert.TryFromBase64String(key, stackalloc byte[18], out var length) && length == 16;

    // RFC 6455, section 4.2.2: this is what the algorithm is; nothing is kept secret by it.
#pragma warning disable CA5350
    private static string Accept(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
}
