using System.Buffers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>
/// Why the gateway answers a request itself: an error with a stable code. It never holds hosts, addresses or texts of
/// exceptions in what clients see.
/// </summary>
/// <param name="Code">
/// The stable code, the last part of the <c>type</c> URI: <c>no-destination</c>. Lower-case letters, digits and hyphens. It is
/// a label of metrics: a fixed set, never made of what a request holds.
/// </param>
/// <param name="StatusCode">The HTTP status, 400 to 599.</param>
/// <param name="Title">What happened, the same for every occurrence.</param>
/// <param name="ProxyStatus">
/// The error type of <c>Proxy-Status</c> (RFC 9209, section 2.3), such as <c>http_request_denied</c>; null if none fits.
/// </param>
/// <exception cref="ArgumentException">The code or the error type has other characters than these.</exception>
public sealed record GatewayProblem(string Code, int StatusCode, string Title, string? ProxyStatus = null)
{
    private static readonly SearchValues<char> _codeChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> _errorTypeChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");
    private static readonly string[] _ownMembers = ["type", "title", "status", "detail", "traceId"];

    /// <summary>The stable code: the last part of the <c>type</c> URI, and a label of metrics.</summary>
    public string Code { get; init => field = Checked(value, _codeChars, nameof(Code)); } = Checked(Code, _codeChars, nameof(Code));

    /// <summary>The HTTP status, 400 to 599.</summary>
    public int StatusCode { get; init => field = Checked(value); } = Checked(StatusCode);

    /// <summary>The error type of <c>Proxy-Status</c> (RFC 9209, section 2.3); null if none fits.</summary>
    public string? ProxyStatus { get; init => field = CheckedErrorType(value); } = CheckedErrorType(ProxyStatus);

    /// <summary>What happened this time, safe for anybody to read; null if the title says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>When it makes sense to try again; null if that is unknown.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Header fields that belong to the status, such as <c>Allow</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, StringValues>> Headers { get; init; } = [];

    /// <summary>Further members of the problem's JSON, safe for anybody to read.</summary>
    /// <exception cref="ArgumentException">One is named like a member that the gateway writes by itself.</exception>
    public IReadOnlyDictionary<string, JsonNode?> Extensions
    {
        get;
        init => field = _ownMembers.FirstOrDefault(value.ContainsKey) is { } taken
            ? throw new ArgumentException($"\"{taken}\" is written by the gateway", nameof(value))
            : value;
    } = new Dictionary<string, JsonNode?>();

    /// <summary>What failed, for logs and traces only.</summary>
    public Exception? Cause { get; init; }

    /// <summary>No route of the gateway matches (404). Only where the gateway is alone; in an app its own 404 stays.</summary>
    public static GatewayProblem NoRoute { get; } = new("no-route", StatusCodes.Status404NotFound, "No route matches the request", "http_request_error");

    /// <summary>The path has routes, but none for the method (405).</summary>
    public static GatewayProblem MethodNotAllowed { get; } =
        new("method-not-allowed", StatusCodes.Status405MethodNotAllowed, "The method is not allowed here", "http_request_error");

    /// <summary>The route takes no body of this media type (415).</summary>
    public static GatewayProblem UnsupportedMediaType { get; } =
        new("unsupported-media-type", StatusCodes.Status415UnsupportedMediaType, "The content type is not supported here", "http_request_error");

    /// <summary>The route has nothing that the client accepts (406).</summary>
    public static GatewayProblem NotAcceptable { get; } =
        new("not-acceptable", StatusCodes.Status406NotAcceptable, "Nothing here is acceptable to the client", "http_request_error");

    /// <summary>The request is malformed (400).</summary>
    public static GatewayProblem BadRequest { get; } = new("bad-request", StatusCodes.Status400BadRequest, "The request is malformed", "http_request_error");

    /// <summary>The request's body is longer than allowed (413).</summary>
    public static GatewayProblem BodyTooLarge { get; } =
        new("body-too-large", StatusCodes.Status413PayloadTooLarge, "The request's body is too large", "http_request_error");

    /// <summary>The client was too slow in sending its body (408).</summary>
    public static GatewayProblem RequestTimeout { get; } =
        new("request-timeout", StatusCodes.Status408RequestTimeout, "The client sent its body too slowly", "http_request_error");

    /// <summary>No destination of the upstream is available (503).</summary>
    public static GatewayProblem NoDestination { get; } =
        new("no-destination", StatusCodes.Status503ServiceUnavailable, "No destination is available", "destination_unavailable");

    /// <summary>No connection to the destination could be made (502).</summary>
    public static GatewayProblem ConnectFailed { get; } =
        new("connect-failed", StatusCodes.Status502BadGateway, "The destination could not be reached", "connection_refused");

    /// <summary>The destination's name could not be resolved (502).</summary>
    public static GatewayProblem NameNotResolved { get; } =
        new("name-not-resolved", StatusCodes.Status502BadGateway, "The destination's name could not be resolved", "dns_error");

    /// <summary>No secure connection to the destination could be made (502).</summary>
    public static GatewayProblem TlsFailed { get; } =
        new("tls-failed", StatusCodes.Status502BadGateway, "No secure connection to the destination could be made", "tls_protocol_error");

    /// <summary>Connecting to the destination took too long (504).</summary>
    public static GatewayProblem ConnectTimeout { get; } =
        new("connect-timeout", StatusCodes.Status504GatewayTimeout, "Connecting to the destination took too long", "connection_timeout");

    /// <summary>The destination did not begin to answer in time (504).</summary>
    public static GatewayProblem ResponseTimeout { get; } =
        new("response-timeout", StatusCodes.Status504GatewayTimeout, "The destination did not answer in time", "http_response_timeout");

    /// <summary>Nothing went over the connection to the destination for too long (504).</summary>
    public static GatewayProblem IdleTimeout { get; } =
        new("idle-timeout", StatusCodes.Status504GatewayTimeout, "The connection to the destination was idle for too long", "connection_read_timeout");

    /// <summary>The time for one attempt was used up (504).</summary>
    public static GatewayProblem AttemptTimeout { get; } =
        new("attempt-timeout", StatusCodes.Status504GatewayTimeout, "The time for the attempt was used up", "http_response_timeout");

    /// <summary>The time for the whole request was used up (504).</summary>
    public static GatewayProblem DeadlineExceeded { get; } =
        new("deadline-exceeded", StatusCodes.Status504GatewayTimeout, "The time for the request was used up", "http_response_timeout");

    /// <summary>The connection was lost before a response came (502).</summary>
    public static GatewayProblem ConnectionLost { get; } =
        new("connection-lost", StatusCodes.Status502BadGateway, "The connection to the destination was lost", "connection_terminated");

    /// <summary>The destination's answer was no sound HTTP (502).</summary>
    public static GatewayProblem BadResponse { get; } =
        new("bad-response", StatusCodes.Status502BadGateway, "The destination's response was malformed", "http_protocol_error");

    /// <summary>The destination's body ended too early, before any of it was sent on (502).</summary>
    public static GatewayProblem ResponseIncomplete { get; } =
        new("response-incomplete", StatusCodes.Status502BadGateway, "The destination's response was incomplete", "http_response_incomplete");

    /// <summary>The destination agreed to another protocol than the one asked for (502).</summary>
    public static GatewayProblem UpgradeFailed { get; } =
        new("upgrade-failed", StatusCodes.Status502BadGateway, "The change of protocol failed", "http_upgrade_failed");

    /// <summary>The client went away (499, seen in logs and metrics only).</summary>
    public static GatewayProblem ClientClosed { get; } =
        new("client-closed", StatusCodes.Status499ClientClosedRequest, "The client closed the request");

    /// <summary>The request waited so long between matching and running that its configuration was let go of (503).</summary>
    public static GatewayProblem ConfigurationReplaced { get; } =
        new("configuration-replaced", StatusCodes.Status503ServiceUnavailable, "The configuration was replaced while the request waited", "proxy_internal_error")
        {
            RetryAfter = TimeSpan.FromSeconds(1),
        };

    /// <summary>A module or hook failed (500).</summary>
    public static GatewayProblem Internal { get; } =
        new("internal-error", StatusCodes.Status500InternalServerError, "The gateway failed", "proxy_internal_error");

    private static string Checked(string text, SearchValues<char> allowed, string name) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExcept(allowed)
            ? text
            : throw new ArgumentException($"\"{text}\" may hold lower-case letters, digits and {(allowed == _codeChars ? "hyphens" : "underscores")} only", name);

    private static string? CheckedErrorType(string? text) => text is null ? null : Checked(text, _errorTypeChars, nameof(ProxyStatus));

    private static int Checked(int status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400, nameof(StatusCode));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599, nameof(StatusCode));
        return status;
    }
}
