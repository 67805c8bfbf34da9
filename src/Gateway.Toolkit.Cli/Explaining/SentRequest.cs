using Gateway.Toolkit.Routing;

namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>A request as it would have gone to one of an upstream's destinations.</summary>
/// <param name="Upstream">The upstream.</param>
/// <param name="Method">The method.</param>
/// <param name="Addresses">The destinations it may go to, and the whole address at each.</param>
/// <param name="Headers">The header fields; <c>Host</c> only where it is not each destination's own.</param>
internal sealed record SentRequest(
    string Upstream,
    string Method,
    IReadOnlyList<KeyValuePair<string, string>> Addresses,
    IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    public static SentRequest Of(Exchange exchange, GatewayUpstream upstream, GatewayDestination picked, HttpOptions options)
    {
        using var message = new RequestHead(picked, options).Create(exchange, null, null);
        return new(
            upstream.Id,
            exchange.Method,
            [.. upstream.Destinations.Select(destination => KeyValuePair.Create(
                destination.Id, new RequestUri(destination.Address).For(exchange.Target).AbsoluteUri))],
            [.. message.Headers.NonValidated.Concat(message.Content?.Headers.NonValidated ?? default)
                .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))]);
    }
}
