using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gateway.Toolkit.Routing;

/// <summary>The response of a destination. Holds its connection, and sees to it that nothing of the attempt outlives the response.</summary>
internal sealed class TransportResponse : ExchangeResponse
{
    private readonly HttpResponseMessage _message;
    private readonly RequestContent? _content;
    private readonly AttemptWatch _watch;
    private readonly ResponseBody? _stream;
    private IHeaderDictionary? _trailers;

    private TransportResponse(HttpResponseMessage message, RequestContent? content, AttemptWatch watch, ResponseBody? stream)
        : base((int)message.StatusCode)
    {
        _message = message;
        _content = content;
        _watch = watch;
        _stream = stream;
    }

    /// <inheritdoc/>
    public override IHeaderDictionary? Trailers => _trailers ??= _stream is { IsEnded: true } ? ResponseFields.Trailers(_message) : null;

    /// <summary>A response to be relayed as it is.</summary>
    public static TransportResponse Of(
        HttpResponseMessage message, RequestContent? content, AttemptWatch watch, ResponseBody? body)
    {
        var response = new TransportResponse(message, content, watch, body) { Body = body };
        if (message.Version.Major == 1 && message.ReasonPhrase is { } reason && reason != ReasonPhrases.GetReasonPhrase(response.StatusCode))
            response.ReasonPhrase = reason;
        return response;
    }

    /// <summary>A change of protocol.</summary>
    public static TransportResponse Of(HttpResponseMessage message, AttemptWatch watch, UpgradedConnection connection, WebSocketHandshake handshake)
    {
        var response = new TransportResponse(message, null, watch, null) { Upgraded = connection, StatusCode = handshake.StatusForClient };
        handshake.WriteTo(response.Headers);
        return response;
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        // A destination that has answered in full may still take the rest of the request; if it does not, reading it fails.
        // When the response was given up, so is the request.
        if (_content?.Completion is { IsCompleted: false } sending)
        {
            if (_stream is not null and not { IsEnded: true })
                _watch.Cancel();
            await sending;
        }

        _message.Dispose();
        await base.DisposeAsyncCore();
        _watch.Dispose();
    }

    protected override void WriteHeadersTo(IHeaderDictionary target) => ResponseFields.Copy(_message, target);
}
