using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>
/// Problems for gRPC clients, which read a status in trailers and no body: a response of header fields alone
/// ("Trailers-Only"), as gRPC over HTTP/2 describes it.
/// </summary>
internal static class GrpcProblem
{
    private const string MediaType = "application/grpc";

    /// <summary>Whether a request is gRPC: <c>application/grpc</c>, with or without a format such as <c>+proto</c>.</summary>
    public static bool IsGrpc(HttpRequest request) =>
        request.ContentType is { } type
        && type.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase)
        && (type.Length == MediaType.Length || type[MediaType.Length] is '+' or ';' or ' ');

    /// <summary>Writes a problem as a gRPC status.</summary>
    public static Task WriteAsync(HttpResponse response, GatewayProblem problem)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = MediaType;
        response.Headers["grpc-status"] = StatusOf(problem).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Encode(problem.Detail ?? problem.Title);
        return Task.CompletedTask;
    }

    /// <summary>The gRPC status of a problem.</summary>
    public static int StatusOf(GatewayProblem problem)
    {
        const int Cancelled = 1, Unknown = 2, InvalidArgument = 3, DeadlineExceeded = 4, PermissionDenied = 7, ResourceExhausted = 8,
            Unimplemented = 12, Internal = 13, Unavailable = 14, Unauthenticated = 16;
        return problem.StatusCode switch
        {
            // Nothing was sent yet: clients may try again, as they do with "unavailable" only.
            504 when problem.ProxyStatus == GatewayProblem.ConnectTimeout.ProxyStatus => Unavailable,
            400 => InvalidArgument,
            401 => Unauthenticated,
            403 => PermissionDenied,
            404 or 405 or 406 or 415 or 501 => Unimplemented,
            408 or 504 => DeadlineExceeded,
            413 or 429 or 431 => ResourceExhausted,
            499 => Cancelled,
            500 => Internal,
            502 or 503 => Unavailable,
            _ => Unknown,
        };
    }

    // Percent-encoding of all bytes but visible ASCII and spaces, and of the percent sign.
    private static string Encode(string message)
    {
        var encoded = new StringBuilder(message.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(message))
        {
            if (octet is >= 0x20 and <= 0x7E and not (byte)'%')
                encoded.Append((char)octet);
            else
                encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
