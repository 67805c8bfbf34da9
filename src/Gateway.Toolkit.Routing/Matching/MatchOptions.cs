namespace Gateway.Toolkit.Routing;

/// <summary>
/// Which requests a route gets. What is left out matches everything. A text alone is <see cref="Path"/>:
/// <c>"Match": "/orders/{**rest}"</c>.
/// </summary>
[GatewayOptions(ShortForm = nameof(Path))]
public sealed partial record MatchOptions
{
    /// <summary>
    /// The path, as a route template of ASP.NET: literals in any case, parameters with constraints and defaults, a catch-all.
    /// </summary>
    /// <value>Every path by default, as <c>/{**path}</c>.</value>
    public string? Path { get; init; }

    /// <summary>The methods, in any case. GET lets HEAD in too. Any method of RFC 9110, section 9.1, is allowed.</summary>
    /// <value>Every method by default.</value>
    public GatewayList<string> Methods { get; init; } = [];

    /// <summary>
    /// The hosts: <c>api.example.com</c>, <c>*.example.com</c> for one or more labels before it, an IP address, <c>*</c> for any;
    /// each with a port if only that one is meant. International names may be written as they are.
    /// </summary>
    /// <value>Every host by default.</value>
    public GatewayList<string> Hosts { get; init; } = [];

    /// <summary>
    /// Conditions on header fields, by name; all of them must hold. Members of comma-separated lists count as values of their own.
    /// </summary>
    /// <value>None by default.</value>
    [GatewayKey(Whole = true)]
    public GatewayMap<MatchCondition> Headers { get; init; } = GatewayMap<MatchCondition>.Empty;

    /// <summary>Conditions on query parameters, by name in any case; all of them must hold. Values are compared decoded.</summary>
    /// <value>None by default.</value>
    [GatewayKey(Whole = true)]
    public GatewayMap<MatchCondition> Query { get; init; } = GatewayMap<MatchCondition>.Empty;

    /// <summary>
    /// The media types of bodies that the route takes: <c>application/json</c>, <c>application/*+json</c>, <c>text/*</c>. A body
    /// of another type, or of none, is answered with 415 unless another route takes it. Requests without a body are not asked.
    /// </summary>
    /// <value>Every type by default.</value>
    public GatewayList<string> ContentType { get; init; } = [];

    /// <summary>
    /// The media types that the route can answer with. A client whose <c>Accept</c> (RFC 9110, section 12.5.1) rules all of them
    /// out is answered with 406 unless another route has one.
    /// </summary>
    /// <value>Every type by default.</value>
    public GatewayList<string> Accept { get; init; } = [];

    /// <summary>
    /// Whether a request that fits the path and host, but nothing else of the routes there, goes on to less specific paths. All
    /// routes of that path and host must say so. A route that protects something should not: requests that it does not list
    /// would reach the route behind it.
    /// </summary>
    /// <value>False by default: the most specific path decides.</value>
    public bool FallThrough { get; init; }
}
