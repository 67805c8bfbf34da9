using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>The values of a live request: what modules of the admission stages read.</summary>
/// <param name="context">The request.</param>
public readonly struct HttpContextValueSource(HttpContext context) : IValueSource
{
    /// <inheritdoc/>
    public IPAddress? ClientAddress => context.Connection.RemoteIpAddress;

    /// <inheritdoc/>
    public int ClientPort => context.Connection.RemotePort;

    /// <inheritdoc/>
    public IPAddress? ServerAddress => context.Connection.LocalIpAddress;

    /// <inheritdoc/>
    public int ServerPort => context.Connection.LocalPort;

    /// <inheritdoc/>
    public string Scheme => context.Request.Scheme;

    /// <inheritdoc/>
    public string Authority => context.Request.Host.Value ?? "";

    /// <inheritdoc/>
    public string Method => context.Request.Method;

    /// <inheritdoc/>
    public string Path => RequestValues.PathOf(ExchangeFactory.Target(context));

    /// <inheritdoc/>
    public string Protocol => context.Request.Protocol;

    /// <inheritdoc/>
    public string TraceId => RequestTrace.IdOf(context);

    /// <inheritdoc/>
    public StringValues Header(string name) => context.Request.Headers[name];

    /// <inheritdoc/>
    public StringValues Query(string name) => RequestValues.Query(context.Request.QueryString.Value, name);

    /// <inheritdoc/>
    public StringValues Cookie(string name) => RequestValues.Cookie(context.Request.Headers.Cookie, name);

    /// <inheritdoc/>
    public StringValues Claim(string name) => RequestValues.Claim(context.User, name);

    /// <inheritdoc/>
    public string? Route(string name) =>
        RequestValues.Route(context.Features.Get<IGatewayFeature>()?.RouteValues ?? context.Request.RouteValues, name);

    /// <inheritdoc/>
    public StringValues Part(string name, string pointer) => StringValues.Empty;
}
