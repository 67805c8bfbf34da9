using System.Net;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Embedding;

public class FallThroughTests
{
    [Fact]
    public async Task Request_NoRouteMatches_GetsTheAppsOwn404()
    {
        await using var app = await WebApp.StartAsync(
            builder => builder.Services.AddGateway(gateway => gateway.Route("hi", route => route.Match("/hi").Respond("hi"))),
            app =>
            {
                app.UseStatusCodePages(context => context.HttpContext.Response.WriteAsync("the app's own page"));
                app.MapGateway();
            });

        using var response = await app.Client.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("the app's own page", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task TestServer_InsteadOfKestrel_ServesRoutesAndLocalEndpoints()
    {
        await using var origin = await WebApp.EchoAsync("origin");
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddGateway(gateway => gateway
            .Route("api", route => route.Match("/api/{**rest}").Forward("origin"))
            .Upstream("origin", upstream => upstream.Destination(origin.Url)));
        await using var app = builder.Build();
        app.MapGateway();
        app.MapGet("/", () => "own");
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.Equal("own", await client.GetStringAsync("/"));
        Assert.Equal("origin GET /api/x?q=1", await client.GetStringAsync("/api/x?q=1"));
    }

    [Fact]
    public async Task Start_RoutesButNoMapGateway_NamesTheLineToAdd()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => WebApp.StartAsync(
            builder => builder.Services.AddGateway(gateway => gateway.Route("hi", route => route.Match("/hi").Respond("hi"))),
            _ => { }));

        Assert.Contains("app.MapGateway();", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_MapGatewayButNoAddGateway_NamesTheLineToAdd()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => WebApp.StartAsync(_ => { }, app => app.MapGateway()));

        Assert.Contains("AddGateway()", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_WithGatewayButNoAddGateway_AreNotServedAndTheLineToAddIsNamed()
    {
        await using var app = await WebApp.StartAsync(_ => { }, app => app.MapGet("/", () => "x").WithGateway("standard"));

        using var response = await app.Client.GetAsync("/");
        var failure = Assert.Throws<InvalidOperationException>(() => ((IEndpointRouteBuilder)app.App).DataSources.Single().Endpoints);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("builder.Services.AddGateway();", failure.Message, StringComparison.Ordinal);
    }
}
