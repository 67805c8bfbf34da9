using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Routing.Tests.Docs;

/// <summary>The C# of the pages on values, rewriting and responding: each region stands on one of them, next to its JSON.</summary>
internal static class Examples
{
    public static IReadOnlyDictionary<string, Action<IGatewayBuilder>> All { get; } = new Dictionary<string, Action<IGatewayBuilder>>
    {
        ["values"] = gateway => gateway
            #region values
            .Route("orders", route => route
                .Match("/{tenant}/orders/{id}")
                .Rewrite(new RewriteOptions
                {
                    Path = "/v2/orders/{id}",
                    Query = new() { Set = [new("tenant", "{tenant}")] },
                    RequestHeaders = new() { Set = [new("X-User", "{claim:sub}"), new("X-Client", "{client}")] },
                })
                .Forward("origin"))
            #endregion
            ,
        ["remove-prefix"] = gateway => gateway
            #region remove-prefix
            .Route("api", route => route
                .Match("/api/{**rest}")
                .Rewrite(new RewriteOptions { RemovePrefix = "/api" })
                .Forward("origin"))
            #endregion
            ,
        ["path"] = gateway => gateway
            #region path
            .Route("orders", route => route.Match("/orders/{id}/{**rest}").Rewrite("/v2/{id}/{rest}").Forward("origin"))
            #endregion
            ,
        ["path-regex"] = gateway => gateway
            #region path-regex
            .Route("users", route => route
                .Match("/users/{**rest}")
                .Rewrite(new RewriteOptions
                {
                    PathRegex = new() { Pattern = "^/users/(\\d+)/orders$", Replacement = "/orders/by-user/$1" },
                    AddPrefix = "/internal",
                })
                .Forward("origin"))
            #endregion
            ,
        ["query"] = gateway => gateway
            #region query
            .Route("search", route => route
                .Match("/search/{topic}")
                .Rewrite(new RewriteOptions
                {
                    Path = "/find",
                    Query = new() { Set = [new("topic", "{topic}")], Append = [new("tag", "web")], Remove = ["debug"] },
                    Method = "POST",
                    Host = "search.internal",
                })
                .Forward("origin"))
            #endregion
            ,
        ["headers"] = gateway => gateway
            #region headers
            .Route("account", route => route
                .Match("/account/{**rest}")
                .Rewrite(new RewriteOptions
                {
                    RequestHeaders = new()
                    {
                        Set = [new("X-User", "{claim:sub}"), new("X-Api-Key", "account-key")],
                        Remove = ["X-Debug"],
                    },
                    ResponseHeaders = new()
                    {
                        Set = [new("X-Trace", "{traceid}")],
                        Append = [new("Vary", "Origin")],
                        Remove = ["Server", "X-Powered-By"],
                        Always = true,
                    },
                })
                .Forward("origin"))
            #endregion
            ,
        ["respond"] = gateway => gateway
            #region respond
            .Route("hi", route => route
                .Match("/hi", "GET")
                .Respond(new RespondOptions { Body = "hello", ContentType = "text/plain" }))
            #endregion
            ,
        ["respond-json"] = gateway => gateway
            #region respond-json
            .Route("status", route => route
                .Match("/status")
                .Respond(new RespondOptions
                {
                    Json = GatewayConfigNode.Object(
                    [
                        new("up", GatewayConfigNode.Boolean(true)),
                        new("regions", GatewayConfigNode.Array([GatewayConfigNode.String("eu"), GatewayConfigNode.String("us")])),
                    ]),
                    Headers = [new("Cache-Control", "no-store"), new("X-Trace", "{traceid}")],
                }))
            #endregion
            ,
        ["respond-node"] = gateway => gateway
            #region respond-node
            .Route("closed", route => route
                .Match("/old-api/{**rest}")
                .Respond(new JsonObject { ["error"] = "gone", ["since"] = 2024 }, status: 410))
            #endregion
            ,
        ["redirect"] = gateway => gateway
            #region redirect
            .Route("old", route => route.Match("/old/{id}").Redirect("/new/{id}", 308))
            #endregion
            ,
        ["redirect-host"] = gateway => gateway
            #region redirect-host
            .Route("https", route => route
                .Match(new MatchOptions { Path = "/{**rest}", Hosts = ["www.example.com"] })
                .Redirect("https://{host}{path}", 301))
            .Route("back", route => route.Match("/signed-in").Redirect("{query:returnUrl}"))
            #endregion
            ,
    };
}
