namespace Gateway.Toolkit;

/// <summary>
/// How long things may take. On an upstream for all its requests, on a route for the requests of that route; as with every
/// module, what a route says replaces what the upstream says as a whole.
/// </summary>
[GatewayOptions(ShortForm = nameof(Total))]
public sealed partial record TimeoutOptions
{
    /// <summary>
    /// How long opening a connection may take, DNS and TLS included. Belongs to upstreams: their connections are shared by
    /// all routes.
    /// </summary>
    /// <value>15 seconds by default; from 1 ms to 1 hour.</value>
    [GatewayKey(Min = "1ms", Max = "1h")]
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the response's head may take once the request was sent. <c>0s</c> means no limit.</summary>
    /// <value>100 seconds by default; from 0 (no limit) to 1 day.</value>
    [GatewayKey(Min = "0s", Max = "1d")]
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How long nothing may move while a body is sent or received, or over an upgraded connection. Bytes in either direction
    /// start it anew; a slow client does not count against the destination. <c>0s</c> means no limit.
    /// </summary>
    /// <value>100 seconds by default; from 0 (no limit) to 1 day.</value>
    [GatewayKey(Min = "0s", Max = "1d")]
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How long one attempt may take until the head of its response, from connecting on: what a retry needs so that a slow
    /// attempt leaves time for another.
    /// </summary>
    /// <value>No limit by default; from 1 ms to 1 day.</value>
    [GatewayKey(Min = "1ms", Max = "1d")]
    public TimeSpan? Attempt { get; init; }

    /// <summary>
    /// How long the whole may take, all attempts and the response's last byte included. It ends when a connection is upgraded.
    /// </summary>
    /// <value>No limit by default; from 1 ms to 1 day.</value>
    [GatewayKey(Min = "1ms", Max = "1d")]
    public TimeSpan? Total { get; init; }
}
