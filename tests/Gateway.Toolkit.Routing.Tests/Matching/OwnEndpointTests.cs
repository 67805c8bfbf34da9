using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Routing.Tests.Matching;

/// <summary>Routes beside endpoints of the app's own, on real Kestrel.</summary>
public class OwnEndpointTests
{
    public static TheoryData<string, string, string, string> Cases { get; } = new()
    {
        // The app's own endpoints win where they really match.
        { "GET /hi", "r /hi", "GET /hi", "own GET /hi" },
        { "GET /hi", "r /hi", "POST /hi", "r" },
        { "GET /hi", "r POST /hi", "POST /hi", "r" },
        { "GET /hi", "r /other", "POST /hi", "405 GET" },
        { "GET /hi", "r POST /hi", "PUT /hi", "405 POST, GET" },
        { "GET /hi", "r POST /hi", "GET /hi", "own GET /hi" },
        { "GET /api/{id:int}", "r /api/{**rest}", "GET /api/5", "own GET /api/{id:int}" },
        { "GET /api/{id:int}", "r /api/{**rest}", "GET /api/x", "r" },
        { "GET /api/{id:int}", "r /other", "GET /api/x", "404" },
        { "/{page}", "r /hi", "GET /hi", "own /{page}" },
        { "/hi", "r /hi h.X-A=1", "GET /hi h.X-A=1", "own /hi" },
        { "GET /hi", "r GET /hi/{**rest}", "GET /hi", "own GET /hi" },

        // Routes win over fallbacks and catch-alls.
        { "fallback", "r /api/{**rest}", "GET /api/x", "r" },
        { "fallback", "r /api/{**rest}", "GET /x", "own fallback" },
        { "fallback", "r /{**rest}", "GET /", "r" },
        { "fallback /app/{**x}", "r /{**rest}", "GET /app/x", "r" },
        { "fallback", "r GET /api/x", "POST /api/x", "405 GET, HEAD" },
        { "fallback", "r /api/x h.X-A=1", "GET /api/x", "own fallback" },
        { "/{**rest}", "r /api/{**rest}", "GET /api/x", "r" },
        { "/{**rest}", "r /api/{**rest}", "GET /x", "own /{**rest}" },
        { "/{**rest}", "r /{**rest}", "GET /x", "r" },
        { "/app/{**rest}", "r /app/{**rest}", "GET /app/x", "r" },
        { "/app/{**rest}", "r /app/orders", "GET /app/orders", "r" },
        { "GET /{**rest} | fallback", "r /api/{id:int}", "GET /api/x", "own GET /{**rest}" },

        // A catch-all that is more specific than the route is an endpoint like others.
        { "/app/{**rest}", "r /{**rest}", "GET /app/x", "own /app/{**rest}" },
        { "/app/{**rest}", "r /{**rest}", "GET /x", "r" },
        { "/a/b/{**rest} | /a/{**rest} | /{**rest}", "r /a/{x}/{**rest}", "GET /a/b/c", "own /a/b/{**rest}" },
        { "/a/b/{**rest} | /a/{**rest} | /{**rest}", "r /a/{x}/{**rest}", "GET /a/c/d", "r" },
        { "POST /app/{**rest}", "r /{**rest}", "GET /app/x", "r" },
        { "POST /app/{**rest}", "r PUT /{**rest}", "GET /app/x", "405 PUT, POST" },

        // Nothing matches: as without a gateway.
        { "", "r /hi", "GET /nope", "404" },
        { "", "r /hi host=a.com", "GET /hi", "404" },
        { "", "r /hi", "GET /hi/x", "404" },
        { "GET /hi | fallback", "r /other", "PUT /nope", "own fallback" },

        // Refusals in the gateway's name.
        { "", "r GET /hi", "POST /hi", "405 GET, HEAD" },
        { "", "r POST /hi body=application/json", "POST /hi body=text/plain", "415" },
        { "", "r POST /hi body=application/json", "POST /hi body=application/json", "r" },
        { "", "r POST /hi body=application/json", "POST /hi", "r" },
        { "", "r /hi accept=text/html", "GET /hi h.Accept=image/png", "406" },
        { "", "r GET /hi", "HEAD /hi", "" },
        { "", "r /hi host=api.example.com", "GET /hi host=api.example.com", "r" },
        { "", "r /hi host=bücher.example", "GET /hi host=xn--bcher-kva.example", "r" },

        // Kestrel has decoded the path once, but for slashes.
        { "", "r /admin", "GET /%61dmin", "r" },
        { "", "r /admin | s /{**rest}", "GET /x/%2e%2e/admin", "r" },
        { "", "r /admin | s /{**rest}", "GET //admin", "s" },
        { "", "r /x/admin | s /{**rest}", "GET /x%2Fadmin", "s" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Request_OwnEndpointsAndRoutes_GoesByTheSentence(string endpoints, string routes, string request, string expected)
    {
        await using var before = await MatchedApp.StartAsync(routes, app =>
        {
            app.MapGateway();
            MatchedApp.MapAll(app, endpoints);
        });
        await using var after = await MatchedApp.StartAsync(routes, app =>
        {
            MatchedApp.MapAll(app, endpoints);
            app.MapGateway();
        });

        Assert.Equal([expected, expected], [await before.AskAsync(request), await after.AskAsync(request)]);
    }

    [Fact]
    public async Task Refusal_AsProblem_NamesItsType()
    {
        await using var app = await MatchedApp.StartAsync("r GET /hi", app => app.MapGateway());

        using var response = await app.Client.PostAsync("/hi", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"type\":\"urn:gateway-toolkit:problem:method-not-allowed\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Match_OfARoute_IsSeenByMiddlewareWithItsValuesAndMetadata()
    {
        string? seen = null;
        await using var app = await MatchedApp.StartAsync("r /x/{id}/{**rest}", app =>
        {
            app.UseRouting();
            app.Use((context, next) =>
            {
                var feature = context.Features.Get<IGatewayFeature>();
                var endpoint = (RouteEndpoint?)context.GetEndpoint();
                seen = $"{feature?.Route.Id} {feature?.RouteValues["id"]} {context.Request.RouteValues["rest"]} {endpoint?.RoutePattern.RawText} {endpoint?.Metadata.GetMetadata<Mark>()?.Text}";
                return next(context);
            });
            app.MapGet("/own", () => "own");
            app.MapGateway().WithMetadata(new Mark("all routes"));
        });

        await app.AskAsync("GET /x/7/8/9");
        Assert.Equal("r 7 8/9 /x/{id}/{**rest} all routes", seen);

        await app.AskAsync("GET /own");
        Assert.Equal("   /own ", seen);
    }

    [Fact]
    public async Task RequireHost_OtherHostAndAFallback_IsTheFallbacks()
    {
        await using var app = await MatchedApp.StartAsync("r /{**rest}", app =>
        {
            MatchedApp.MapAll(app, "fallback");
            app.MapGateway().RequireHost("api.example.com", "*.example.org:8080");
        });

        Assert.Equal("own fallback", await app.AskAsync("GET /x"));
        Assert.Equal("r", await app.AskAsync("GET /x host=api.example.com"));
        Assert.Equal("r", await app.AskAsync("GET /x host=a.example.org:8080"));
        Assert.Equal("own fallback", await app.AskAsync("GET /x host=a.example.org"));
    }

    [Fact]
    public async Task MapGateway_InAGroup_TakesItsConventionsAndRefusesItsPrefix()
    {
        await using var app = await MatchedApp.StartAsync("r /x", app =>
            app.MapGroup("").RequireHost("a.com").MapGroup("/").MapGateway().RequireHost("a.com", "b.com"));
        Assert.Equal("r", await app.AskAsync("GET /x host=b.com"));
        Assert.Equal("404", await app.AskAsync("GET /x host=c.com"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            MatchedApp.StartAsync("r /x", app => app.MapGroup("/api").MapGateway()));
        Assert.Contains("prefix \"/api\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapGateway_Twice_IsRefused()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => MatchedApp.StartAsync("r /x", app =>
        {
            app.MapGateway();
            app.MapGateway();
        }));

        Assert.Equal("MapGateway() was called before: one call serves all routes", failure.Message);
    }

    [Fact]
    public async Task MapGateway_WithAnEndpointFilter_IsRefused()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => MatchedApp.StartAsync(
            "r /x", app => app.MapGateway().AddEndpointFilter((context, next) => next(context))));

        Assert.Contains("has an endpoint filter", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preflight_RouteWithCorsByConvention_MatchesTheRouteOfTheMethod()
    {
        await using var app = await MatchedApp.StartAsync("g GET /x | p PUT /x", app =>
        {
            app.UseRouting();
            app.Use(async (context, next) =>
            {
                context.Response.Headers["X-Route"] = context.Features.Get<IGatewayFeature>()?.Route.Id;
                await next(context);
            });
            app.UseCors();
            app.MapGateway().RequireCors(policy => policy.WithOrigins("https://a.com").WithMethods("PUT"));
        }, services => services.AddCors());

        using var message = app.Message("OPTIONS /x h.Origin=https://a.com h.Access-Control-Request-Method=PUT");
        using var response = await app.Client.SendAsync(message);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("p", response.Headers.GetValues("X-Route").Single());
        Assert.Equal("PUT", response.Headers.GetValues("Access-Control-Allow-Methods").Single());
    }

    [Fact]
    public async Task Preflight_RouteWithTheCorsModule_MatchesTheRouteOfTheMethod()
    {
        await using var app = await MatchedApp.StartAsync(
            "g GET /x",
            app => app.MapGateway(),
            services => services.AddSingleton<IGatewayModule, CorsToy>(),
            gateway => gateway.Route("p", route =>
            {
                route.Match("/x", "PUT").Respond("p");
                route.Set("Cors", GatewayConfigNode.Boolean(true));
            }));

        Assert.Equal("p", await app.AskAsync("OPTIONS /x h.Origin=https://a.com h.Access-Control-Request-Method=PUT"));
        Assert.Equal("405 GET, HEAD, PUT", await app.AskAsync("OPTIONS /x h.Origin=https://a.com h.Access-Control-Request-Method=GET"));
        Assert.Equal("405 GET, HEAD, PUT", await app.AskAsync("OPTIONS /x h.Origin=https://a.com"));
    }

    [Fact]
    public async Task Metadata_OfARoutesModules_WinsOverThatOfMapGateway()
    {
        string? seen = null;
        await using var app = await MatchedApp.StartAsync(
            "plain /plain",
            app =>
            {
                app.UseRouting();
                app.Use((context, next) =>
                {
                    seen = context.GetEndpoint()?.Metadata.GetMetadata<Mark>()?.Text;
                    return next(context);
                });
                app.MapGateway().WithMetadata(new Mark("all routes"));
            },
            services => services.AddSingleton<IGatewayModule, CorsToy>(),
            gateway => gateway.Route("marked", route =>
            {
                route.Match("/marked").Respond("x");
                route.Set("Cors", GatewayConfigNode.Boolean(true));
            }));

        await app.AskAsync("GET /plain");
        Assert.Equal("all routes", seen);
        await app.AskAsync("GET /marked");
        Assert.Equal("this route", seen);
    }

    [Fact]
    public async Task Preflight_RoutesWithoutCors_IsAnOrdinaryRequest()
    {
        await using var app = await MatchedApp.StartAsync("g GET /x | any /y", app => app.MapGateway());

        Assert.Equal("405 GET, HEAD", await app.AskAsync("OPTIONS /x h.Origin=https://a.com h.Access-Control-Request-Method=GET"));
        Assert.Equal("any", await app.AskAsync("OPTIONS /y h.Origin=https://a.com h.Access-Control-Request-Method=GET"));
    }

    private sealed record Mark(string Text);

    private sealed class CorsToy() : GatewayModule<bool>("Cors", ModuleLevels.Route, GatewayValues.Boolean, Stage.Guard)
    {
        protected override void Describe(bool options, ModuleContext context, IList<object> metadata) => metadata.Add(new Mark("this route"));
    }
}
