using System.Net;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>The values of an exchange as it is now: after what modules further out changed.</summary>
/// <param name="exchange">The exchange.</param>
public readonly struct ExchangeValueSource(Exchange exchange) : IValueSource
{
    /// <inheritdoc/>
    public IPAddress? ClientAddress => exchange.Connection.RemoteAddress;

    /// <inheritdoc/>
    public int ClientPort => exchange.Connection.RemotePort;

    /// <inheritdoc/>
    public IPAddress? ServerAddress => exchange.Connection.LocalAddress;

    /// <inheritdoc/>
    public int ServerPort => exchange.Connection.LocalPort;

    /// <inheritdoc/>
    public string Scheme => exchange.Scheme;

    /// <inheritdoc/>
    public string Authority => exchange.Host;

    /// <inheritdoc/>
    public string Method => exchange.Method;

    /// <inheritdoc/>
    public string Path => RequestValues.PathOf(exchange.Target);

    /// <inheritdoc/>
    public string Protocol => exchange.Protocol;

    /// <inheritdoc/>
    public string TraceId => exchange.TraceId;

    /// <inheritdoc/>
    public StringValues Header(string name) => exchange.Headers[name];

    /// <inheritdoc/>
    public StringValues Query(string name) => RequestValues.Query(RequestValues.QueryOf(exchange.Target), name);

    /// <inheritdoc/>
    public StringValues Cookie(string name) => RequestValues.Cookie(exchange.Headers["Cookie"], name);

    /// <inheritdoc/>
    public StringValues Claim(string name) => RequestValues.Claim(exchange.User, name);

    /// <inheritdoc/>
    public string? Route(string name) => RequestValues.Route(exchange.RouteValues, name);

    /// <inheritdoc/>
    public StringValues Part(string name, string pointer) => StringValues.Empty;
}
