using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit.TestSupport;

/// <summary>Exchanges made by hand.</summary>
public static class TestExchange
{
    /// <summary>An exchange of a request, with or without the request behind it.</summary>
    public static Exchange Of(
        string target = "/",
        string method = "GET",
        object? routeValues = null,
        (string Name, string Value)[]? headers = null,
        (string Name, string Value)[]? claims = null,
        HttpContext? context = null)
    {
        var fields = new HeaderDictionary();
        foreach (var (name, value) in headers ?? [])
            fields[name] = StringValues.Concat(fields[name], value);
        return new(Route(), new ExchangeHeaders(fields))
        {
            Method = method,
            Scheme = "https",
            Host = "api.example.com:8443",
            Target = target,
            Protocol = "HTTP/1.1",
            RouteValues = new RouteValueDictionary(routeValues),
            User = new(new ClaimsIdentity((claims ?? []).Select(claim => new Claim(claim.Name, claim.Value)), "test")),
            TraceId = "trace-1",
            Context = context,
        };
    }

    /// <summary>A route without modules.</summary>
    public static GatewayRoute Route(GatewayConfigNode? node = null) =>
        new("test", node ?? GatewayConfigNode.Object([]).AsRoot("Gateway:Routes:test"), [], isLocal: false);
}
