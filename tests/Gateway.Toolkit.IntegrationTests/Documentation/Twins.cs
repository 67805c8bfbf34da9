using System.Text.Json.Nodes;
using Gateway.Toolkit.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Documentation;

/// <summary>The C# that stands under the JSON examples of the documentation, compiled.</summary>
internal static class Twins
{
    public static IReadOnlyList<Twin> All { get; } =
    [
        Twin.Of(gateway => gateway
                .Route("orders", route => route.Match("/orders/{**rest}").Forward("orders"))
                .Upstream("orders", upstream => upstream.Destination("http://127.0.0.1:5001"))),
        Twin.Of(gateway => gateway
                .Route("api", route => route
                    .Match("/api/{**rest}")
                    .Rewrite(new RewriteOptions { RemovePrefix = "/api" })
                    .Forward("origin"))
                .Route("hi", route => route
                    .Match("/hi", "GET")
                    .Respond(new RespondOptions { Status = 200, Body = "hello", ContentType = "text/plain" }))
                .Route("old", route => route.Match("/old/{id}").Redirect("/new/{id}", 308))
                .Route("beta", route => route
                    .Match(new MatchOptions { Path = "/api/{**rest}", Headers = [new("X-Beta", new MatchCondition { Exact = ["1"] })] })
                    .Forward("origin2"))
                .Upstream("origin", upstream => upstream.Destination("http://127.0.0.1:9001").Destination("http://127.0.0.1:9002"))
                .Upstream("origin2", upstream => upstream.Destination("http://127.0.0.1:9003"))),
        Twin.Of(gateway => gateway
                .Route("orders", r => r.Match("/orders/{**rest}", "GET").Forward("orders"))
                .Upstream("orders", u => u.Destination("http://127.0.0.1:5001"))),
        Twin.Of(gateway => gateway
                .Route("orders", route => route.Match("/orders/{**rest}").Forward("orders"))
                .Upstream("orders", upstream => upstream
                    .Destination("http://127.0.0.1:5001")
                    .Destination("http://127.0.0.1:5002")
                    .LoadBalancing(LoadBalancingPolicy.RoundRobin)
                    .Timeout(new TimeoutOptions { Head = TimeSpan.FromSeconds(10), Total = TimeSpan.FromMinutes(1) }))),
        Twin.Of(gateway => gateway
                .Route("orders", route => route.Match("/orders/{**rest}", "GET", "POST").Forward("orders"))
                .Route("status", route => route.Match("/status").Respond("up"))
                .Upstream("orders", upstream => upstream
                    .Destination("http://127.0.0.1:5001")
                    .Destination("http://127.0.0.1:5002"))),
        Twin.Of(gateway => gateway
            .Route("hi", route => route
                .Match("/hi", "GET")
                .Respond(new RespondOptions { Body = "hello", ContentType = "text/plain" }))),
        Twin.Of(gateway => gateway
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
                }))),
        Twin.Of(gateway => gateway
            .Route("closed", route => route
                .Match("/old-api/{**rest}")
                .Respond(new JsonObject { ["error"] = "gone", ["since"] = 2024 }, status: 410))),
        Twin.Of(gateway => gateway
            .Route("old", route => route.Match("/old/{id}").Redirect("/new/{id}", 308))),
        Twin.Of(gateway => gateway
            .Route("https", route => route
                .Match(new MatchOptions { Path = "/{**rest}", Hosts = ["www.example.com"] })
                .Redirect("https://{host}{path}", 301))
            .Route("back", route => route.Match("/signed-in").Redirect("{query:returnUrl}"))),
        Twin.Of(gateway => gateway
            .Route("api", route => route
                .Match("/api/{**rest}")
                .Rewrite(new RewriteOptions { RemovePrefix = "/api" })
                .Forward("origin"))),
        Twin.Of(gateway => gateway
            .Route("orders", route => route.Match("/orders/{id}/{**rest}").Rewrite("/v2/{id}/{rest}").Forward("origin"))),
        Twin.Of(gateway => gateway
            .Route("users", route => route
                .Match("/users/{**rest}")
                .Rewrite(new RewriteOptions
                {
                    PathRegex = new() { Pattern = "^/users/(\\d+)/orders$", Replacement = "/orders/by-user/$1" },
                    AddPrefix = "/internal",
                })
                .Forward("origin"))),
        Twin.Of(gateway => gateway
            .Route("search", route => route
                .Match("/search/{topic}")
                .Rewrite(new RewriteOptions
                {
                    Path = "/find",
                    Query = new() { Set = [new("topic", "{topic}")], Append = [new("tag", "web")], Remove = ["debug"] },
                    Method = "POST",
                    Host = "search.internal",
                })
                .Forward("origin"))),
        Twin.Of(gateway => gateway
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
                .Forward("origin"))),
        Twin.Of(gateway => gateway
            .Route("orders", route => route
                .Match(new MatchOptions { Path = "/orders/{id:int}", Methods = ["GET", "PUT"], Hosts = ["api.example.com"] })
                .Forward("origin"))),
        Twin.Of(gateway => gateway
            .Route("stable", route => route.Match("/api/{**rest}").Forward("origin"))
            .Route("beta", route => route
                .Match(new MatchOptions { Path = "/api/{**rest}", Headers = [new("X-Beta", "1")] })
                .Forward("origin"))),
        Twin.Of(gateway => gateway
            .Route("eu", route => route
                .Match(new MatchOptions
                {
                    Path = "/search",
                    Headers = [new("X-Region", new() { Prefix = ["eu-"], Not = "eu-test" }), new("X-Debug", new() { Exists = false })],
                    Query = [new("v", new() { Exact = ["2", "3"] }), new("tags", new() { All = ["new", "sale"] })],
                })
                .Forward("origin"))),
        Twin.Of(gateway => gateway
            .Route("import", route => route
                .Match(new MatchOptions { Path = "/import", Methods = ["POST"], ContentType = ["text/csv", "application/*+json"], Accept = ["application/json"] })
                .Forward("origin"))),
        Twin.Of(gateway => gateway
            .Route("orders", route => route
                .Match("/{tenant}/orders/{id}")
                .Rewrite(new RewriteOptions
                {
                    Path = "/v2/orders/{id}",
                    Query = new() { Set = [new("tenant", "{tenant}")] },
                    RequestHeaders = new() { Set = [new("X-User", "{claim:sub}"), new("X-Client", "{client}")] },
                })
                .Forward("origin"))),
        Twin.Of(gateway => gateway
                .Route("api", route => route
                    .Match("/api/{**rest}")
                    .Rewrite(new RewriteOptions { RemovePrefix = "/api" })
                    .Forward("origin"))
                .Upstream("origin", upstream => upstream.Destination("http://127.0.0.1:9001"))),
    ];
}
