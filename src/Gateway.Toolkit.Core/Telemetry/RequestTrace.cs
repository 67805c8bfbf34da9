using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>The id under which a request is found again: in problem responses, logs and traces.</summary>
internal static class RequestTrace
{
    /// <summary>The W3C trace id where there is one, the server's own id of the request otherwise.</summary>
    public static string IdOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
