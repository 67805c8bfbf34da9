using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Toolkit;

/// <summary>Makes an exchange of a live request.</summary>
internal static class ExchangeFactory
{
    // A client must not be able to have a field removed that the gateway or the app decides by.
    private static readonly HashSet<string> _neverNominated = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Cookie", "Host", "Content-Length", "Content-Type", "Content-Encoding", "Transfer-Encoding", "Forwarded",
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "Via", "CDN-Loop",
    };

    public static Exchange Create(HttpContext context, GatewayFeature feature)
    {
        var request = context.Request;
        var headers = new ExchangeHeaders(request.Headers);
        RemoveNominated(headers, request.Headers.Connection);
        var extended = context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } connect ? connect.Protocol : null;
        return new(feature.Route, headers)
        {
            Method = extended is null ? request.Method : HttpMethods.Get,
            Scheme = request.Scheme,
            Host = request.Host.Value ?? "",
            Target = Target(context),
            PathBase = request.PathBase.HasValue ? request.PathBase.ToUriComponent() : "",
            Protocol = request.Protocol,
            Body = extended is null ? RequestBody.Of(request) : ExchangeBody.None,
            Upgrade = extended ?? UpgradeOf(context, request),
            User = context.User,
            RouteValues = feature.RouteValues,
            Services = context.RequestServices,
            Cancellation = context.RequestAborted,
            Context = context,
            Local = feature.Local,
        };
    }

    /// <summary>The target goes on as it came, byte by byte, as long as it still says what was matched.</summary>
    public static string Target(HttpContext context)
    {
        var request = context.Request;
        var raw = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var path = request.Path.Value ?? "";
        var query = request.QueryString.Value ?? "";
        if (raw.Length > 0 && raw[0] == '/' && raw.EndsWith(query, StringComparison.Ordinal))
        {
            var rawPath = raw.AsSpan(0, raw.Length - query.Length);
            if (rawPath.SequenceEqual(path)
                || (rawPath.Contains('%') && PathString.FromUriComponent(rawPath.ToString()).Value == path))
                return raw;
        }

        return (path.Length == 0 ? "/" : request.Path.ToUriComponent()) + query;
    }

    // RFC 9110, section 7.6.1: fields that Connection names belong to one connection only.
    private static void RemoveNominated(ExchangeHeaders headers, Microsoft.Extensions.Primitives.StringValues connection)
    {
        foreach (var line in connection)
        {
            if (line is null || IsUsual(line))
                continue;
            foreach (var token in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!IsUsual(token) && !_neverNominated.Contains(token))
                    headers.Remove(token);
            }
        }
    }

    private static bool IsUsual(string value) =>
        value.Equals("keep-alive", StringComparison.OrdinalIgnoreCase)
        || value.Equals("close", StringComparison.OrdinalIgnoreCase)
        || value.Equals("upgrade", StringComparison.OrdinalIgnoreCase);

    // Only WebSockets change the protocol; other upgrades (h2c) are not passed on.
    private static string? UpgradeOf(HttpContext context, HttpRequest request) =>
        request.Headers.Upgrade is { Count: 1 } upgrade
        && string.Equals(upgrade[0], "websocket", StringComparison.OrdinalIgnoreCase)
        && context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
            ? "websocket"
            : null;
}
