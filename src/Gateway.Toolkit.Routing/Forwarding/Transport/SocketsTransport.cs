using System.Net;

namespace Gateway.Toolkit.Routing;

/// <summary>The end of the chain: sends one attempt to one destination over the network.</summary>
internal sealed class SocketsTransport(RequestHead head, HttpMessageInvoker connections, AttemptWatchPool watches)
{
    private static readonly TimeoutOptions _defaults = new();

    public async ValueTask<ExchangeResponse> SendAsync(Exchange exchange)
    {
        var timeouts = exchange.Timeouts ?? _defaults;
        var watch = watches.Rent(exchange.Cancellation);
        HttpResponseMessage? message = null;
        RequestContent? content = null;
        try
        {
            var handshake = WebSocketHandshake.For(exchange, head.WebSocketsOverHttp2);
            if (handshake is null && exchange.Body.Exists)
                content = new(exchange.Body, watch, timeouts);
            using var request = head.Create(exchange, content, handshake);
            watch.Expect(timeouts.Head, GatewayProblem.ResponseTimeout);
            message = await connections.SendAsync(request, watch.Token);
            watch.Answered();
            return Answer(exchange, message, content, watch, handshake, timeouts);
        }
        catch (Exception exception)
        {
            return await FailAsync(exception, message, content, watch);
        }
    }

    private static TransportResponse Answer(
        Exchange exchange, HttpResponseMessage message, RequestContent? content, AttemptWatch watch, WebSocketHandshake? handshake, TimeoutOptions timeouts)
    {
        if (handshake is not null && handshake.IsAccepted(message))
        {
            var stream = message.Content.ReadAsStream();
            var connection = new UpgradedConnection(
                new ResponseBody(stream, watch, timeouts.Idle, null),
                new UpgradedWriter(stream, watch));
            return TransportResponse.Of(message, watch, connection, handshake);
        }

        if (message.StatusCode == HttpStatusCode.SwitchingProtocols)
            throw new TransportException(GatewayProblem.UpgradeFailed);
        if (!ResponseFraming.IsSound(message, out var length))
            throw new TransportException(GatewayProblem.BadResponse);
        var body = HasBody(exchange, message, length)
            ? new ResponseBody(message.Content.ReadAsStream(), watch, timeouts.Idle, length)
            : null;
        return TransportResponse.Of(message, content, watch, body);
    }

    // Without a body there may still be trailers in HTTP/2: they come at the end of the stream.
    private static bool HasBody(Exchange exchange, HttpResponseMessage message, long? length) =>
        !exchange.Method.Equals("HEAD", StringComparison.OrdinalIgnoreCase)
        && message.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified)
        && (length is not 0 || message.Version.Major > 1);

    private static async ValueTask<ExchangeResponse> FailAsync(
        Exception exception, HttpResponseMessage? message, RequestContent? content, AttemptWatch watch)
    {
        var problem = exception is TransportException failure
            ? failure.Problem
            : TransportErrors.OfSend(exception, watch, content);
        message?.Dispose();
        if (content?.Completion is { IsCompleted: false } sending)
        {
            watch.Cancel();
            await sending;
        }

        var cancelled = watch.Outer;
        watch.Dispose();
        return problem is null
            ? throw new OperationCanceledException(exception.Message, exception, cancelled)
            : ExchangeResponse.Failed(problem);
    }
}
