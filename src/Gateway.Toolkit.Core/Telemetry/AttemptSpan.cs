using System.Diagnostics;

namespace Gateway.Toolkit;

/// <summary>The client span of one attempt, as OpenTelemetry describes HTTP clients.</summary>
internal static class AttemptSpan
{
    /// <summary>Begins a span; null if no listener samples it.</summary>
    public static Activity? Start(ActivitySource source, Exchange exchange, GatewayDestination destination)
    {
        var span = source.StartActivity("Gateway.Toolkit.Attempt", ActivityKind.Client);
        if (span is not { IsAllDataRequested: true })
            return span;
        var method = HttpLabels.Method(exchange.Method);
        span.DisplayName = method == "_OTHER" ? "HTTP" : method;
        span.SetTag("http.request.method", method)
            .SetTag("url.full", FullUrl(destination.Address, exchange.Target))
            .SetTag("server.address", destination.Address.IdnHost)
            .SetTag("server.port", destination.Address.Port)
            .SetTag("gateway.route", exchange.Route.Id)
            .SetTag("gateway.upstream", destination.UpstreamId)
            .SetTag("gateway.destination", destination.Id);
        if (exchange.Attempts > 1)
            span.SetTag("http.request.resend_count", exchange.Attempts - 1);
        return span;
    }

    /// <summary>Says how the attempt went.</summary>
    public static void Complete(Activity span, int? status, string? error, Exception? cause)
    {
        if (status is { } known)
            span.SetTag("http.response.status_code", known);
        if (error is not null)
            span.SetTag("error.type", error);
        if (error is not null || status >= 400)
            span.SetStatus(ActivityStatusCode.Error);
        if (cause is not null && span.IsAllDataRequested)
            span.AddException(cause);
    }

    // Queries and user names may hold secrets: they are not part of traces.
    private static string FullUrl(Uri address, string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var root = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        return query < 0 ? root + target : $"{root}{target.AsSpan(0, query)}?*";
    }
}
