using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>Says what a failure of the transport is, in the gateway's words.</summary>
internal static class TransportErrors
{
    /// <summary>Why there is no response.</summary>
    /// <returns>The problem; null where the exchange was cancelled, which is for whoever cancelled it to tell.</returns>
    public static GatewayProblem? OfSend(Exception exception, AttemptWatch watch, RequestContent? content)
    {
        if (watch.Outer.IsCancellationRequested)
            return null;
        var problem = watch.Expired
            ?? (content?.ReadFailure is { } failure ? OfRequestBody(failure) : OfConnection(exception));
        return problem with { Cause = exception };
    }

    /// <summary>What reading a response's body throws, or what goes over an upgraded connection.</summary>
    public static Exception OfBody(Exception exception, AttemptWatch watch, CancellationToken caller)
    {
        if (exception is ResponseBodyException)
            return exception;
        if (watch.Outer.IsCancellationRequested)
            return new OperationCanceledException(exception.Message, exception, watch.Outer);
        if (caller.IsCancellationRequested)
            return new OperationCanceledException(exception.Message, exception, caller);
        return new ResponseBodyException((watch.Expired ?? GatewayProblem.ResponseIncomplete) with { Cause = exception }, exception);
    }

    private static GatewayProblem OfRequestBody(Exception failure) => failure switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => GatewayProblem.BodyTooLarge,
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => GatewayProblem.RequestTimeout,
        BadHttpRequestException bad => GatewayProblem.BadRequest with { StatusCode = bad.StatusCode },
        IOException or OperationCanceledException => GatewayProblem.ClientClosed,
        _ => GatewayProblem.Internal,
    };

    private static GatewayProblem OfConnection(Exception exception) => exception switch
    {
        OperationCanceledException { InnerException: TimeoutException } => GatewayProblem.ConnectTimeout,
        HttpRequestException request => request.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => GatewayProblem.NameNotResolved,
            HttpRequestError.ConnectionError => OfSocket(request.InnerException as SocketException),
            HttpRequestError.SecureConnectionError => request.InnerException is AuthenticationException
                ? GatewayProblem.TlsFailed with { ProxyStatus = "tls_certificate_error" }
                : GatewayProblem.TlsFailed,
            HttpRequestError.ExtendedConnectNotSupported or HttpRequestError.VersionNegotiationError => GatewayProblem.UpgradeFailed,
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => GatewayProblem.BadResponse,
            HttpRequestError.ConfigurationLimitExceeded => GatewayProblem.BadResponse with { ProxyStatus = "http_response_header_section_size" },
            _ => GatewayProblem.ConnectionLost,
        },
        _ => GatewayProblem.ConnectionLost,
    };

    private static GatewayProblem OfSocket(SocketException? socket) => socket?.SocketErrorCode switch
    {
        SocketError.TimedOut => GatewayProblem.ConnectTimeout,
        SocketError.HostUnreachable or SocketError.NetworkUnreachable =>
            GatewayProblem.ConnectFailed with { ProxyStatus = "destination_ip_unroutable" },
        _ => GatewayProblem.ConnectFailed,
    };
}
