using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit;

/// <summary>
/// One request on its way to a response. A live one borrows headers and body from the request; <see cref="Detach"/> gives one
/// that outlives it. Modules of the exchange stages see and change this; none of them sees the client's response.
/// </summary>
public sealed class Exchange : IDisposable
{
    private ExchangeConnection? _connection;
    private GatewaySnapshot? _pinned;

    internal Exchange(GatewayRoute route, ExchangeHeaders headers)
    {
        Route = route;
        Headers = headers;
    }

    /// <summary>The route, or the local endpoint's place among routes, that the exchange belongs to.</summary>
    public GatewayRoute Route { get; }

    /// <summary>The request's method.</summary>
    public required string Method { get; set; }

    /// <summary>The scheme the client used: <c>http</c> or <c>https</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>The authority the client asked for, such as <c>api.example.com:8443</c>.</summary>
    public required string Host { get; init; }

    /// <summary>The <c>Host</c> to send upstream; null (the default) means the destination's own.</summary>
    public string? UpstreamHost { get; set; }

    /// <summary>The path and query as they go upstream: encoded, in origin form, beginning with <c>/</c>.</summary>
    public required string Target { get; set; }

    /// <summary>The path that the app is mounted under, encoded; empty for most apps. Not part of <see cref="Target"/>.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>The client's protocol: <c>HTTP/1.1</c>, <c>HTTP/2</c>, <c>HTTP/3</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The request's header fields.</summary>
    public ExchangeHeaders Headers { get; }

    /// <summary>The request's body.</summary>
    public ExchangeBody Body { get; set; } = ExchangeBody.None;

    /// <summary>The protocol the client wants to change to (<c>websocket</c>), if it does.</summary>
    public string? Upgrade { get; init; }

    /// <summary>Who the request is from; an identity that is not authenticated if nobody knows.</summary>
    public ClaimsPrincipal User { get; set; } = new();

    /// <summary>The values that the route's path template captured.</summary>
    public RouteValueDictionary RouteValues { get; init; } = [];

    /// <summary>The client's connection.</summary>
    public ExchangeConnection Connection => _connection ??= Context is null
        ? new(null, 0, null, 0, null)
        : new(
            Context.Connection.RemoteIpAddress,
            Context.Connection.RemotePort,
            Context.Connection.LocalIpAddress,
            Context.Connection.LocalPort,
            Context.Connection.ClientCertificate);

    /// <summary>The request's id as problem responses and logs give it.</summary>
    public string TraceId
    {
        get => field ??= Context is null ? "" : RequestTrace.IdOf(Context);
        init;
    }

    /// <summary>The services of the request, or of the background exchange: for users' hooks, not for modules.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>The destination that this attempt goes to; null before one was picked.</summary>
    public GatewayDestination? Destination { get; set; }

    /// <summary>How many attempts have begun, this one included; 0 before the first.</summary>
    public int Attempts { get; set; }

    /// <summary>
    /// The moment (<see cref="TimeProvider.GetTimestamp"/>) after which no attempt may go on; null if none was set. Stages
    /// between may bring it forward, never push it back.
    /// </summary>
    public long? Deadline { get; set; }

    /// <summary>The time limits of the attempt, for the transport to keep; null means the defaults of <see cref="TimeoutOptions"/>.</summary>
    public TimeoutOptions? Timeouts { get; set; }

    /// <summary>Cancelled when the client has gone, or the work is no longer wanted.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>The request behind a live exchange. For the border and captured local endpoints only.</summary>
    internal HttpContext? Context { get; init; }

    /// <summary>The local endpoint that answers this exchange; null for routes.</summary>
    internal LocalCall? Local { get; init; }

    /// <summary>
    /// Copies what is needed for work that outlives the request (a refresh of a stored response, a mirrored request) or runs
    /// beside it (a hedge, a part). The copy keeps the snapshot alive until it is disposed. A body that can't be replayed
    /// stays with the live exchange: the copy has none.
    /// </summary>
    /// <param name="cancellation">What ends the copy's work; the client's leaving does not.</param>
    public Exchange Detach(CancellationToken cancellation = default)
    {
        var copy = new Exchange(Route, Headers.Copy())
        {
            Method = Method,
            Scheme = Scheme,
            Host = Host,
            UpstreamHost = UpstreamHost,
            Target = Target,
            PathBase = PathBase,
            Protocol = Protocol,
            Body = Body.CanReplay ? Body : ExchangeBody.None,
            User = User,
            RouteValues = new(RouteValues),
            TraceId = TraceId,
            Deadline = Deadline,
            Cancellation = cancellation,
            Local = Local,
        };
        copy._connection = Connection;
        var snapshot = Route.Snapshot;
        if (snapshot.TryPin())
            copy._pinned = snapshot;
        return copy;
    }

    /// <summary>Lets go of the snapshot that a detached exchange keeps alive.</summary>
    public void Dispose()
    {
        _pinned?.Release();
        _pinned = null;
    }
}
