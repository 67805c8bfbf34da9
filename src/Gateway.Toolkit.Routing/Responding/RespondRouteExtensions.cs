using System.Text.Json.Nodes;
using Gateway.Toolkit;
using Gateway.Toolkit.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Answers requests without asking an upstream.</summary>
public static class RespondRouteExtensions
{
    /// <summary>Answers as the options say.</summary>
    public static GatewayRouteBuilder Respond(this GatewayRouteBuilder route, RespondOptions options) => route.Set("Respond", options);

    /// <summary>Answers 200 with a plain text.</summary>
    public static GatewayRouteBuilder Respond(this GatewayRouteBuilder route, string body) => route.Respond(new RespondOptions { Body = body });

    /// <summary>Answers with a JSON value.</summary>
    /// <param name="route">The route.</param>
    /// <param name="json">The value; it is read at once.</param>
    /// <param name="status">The status.</param>
    public static GatewayRouteBuilder Respond(this GatewayRouteBuilder route, JsonNode json, int status = 200) =>
        route.Respond(new RespondOptions { Status = status, Json = JsonBody.Read(json) });

    /// <summary>Sends the client to another URL, as the options say.</summary>
    public static GatewayRouteBuilder Redirect(this GatewayRouteBuilder route, RedirectOptions options) => route.Set("Redirect", options);

    /// <summary>Sends the client to another URL.</summary>
    /// <param name="route">The route.</param>
    /// <param name="to">A path, an http or https URL, or a value that is followed only if it is a path on this host.</param>
    /// <param name="status">301, 302, 307 or 308.</param>
    public static GatewayRouteBuilder Redirect(this GatewayRouteBuilder route, string to, int status = 302) =>
        route.Redirect(new RedirectOptions { To = to, Status = status });
}
