using System.Net;
using Gateway.Toolkit.Routing;
using Gateway.Toolkit.TestSupport;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace Gateway.Toolkit.IntegrationTests.Embedding;

/// <summary>The five apps of docs/embedding.md.</summary>
public class CommonAppsTests
{
    [Fact]
    public async Task MinimalApi_OwnEndpointsAndRoutes_LiveSideBySide()
    {
        await using var origin = await WebApp.EchoAsync("origin");
        await using var app = await StartAsync(origin, _ => { }, app =>
        {
            app.MapGet("/hello", () => "hello");
            app.MapGet("/api/{id:int}", (int id) => $"own {id}");
        });

        Assert.Equal("hello", await app.Client.GetStringAsync("/hello"));
        Assert.Equal("own 5", await app.Client.GetStringAsync("/api/5"));
        Assert.Equal("origin GET /api/x", await app.Client.GetStringAsync("/api/x"));
    }

    [Fact]
    public async Task Mvc_ControllersByAttributeAndConvention_WinWhereTheyMatch()
    {
        await using var origin = await WebApp.EchoAsync("origin");
        await using var app = await StartAsync(
            origin,
            services => services.AddControllers().AddApplicationPart(typeof(CommonAppsTests).Assembly),
            app =>
            {
                app.MapControllers();
                app.MapDefaultControllerRoute();
            });

        Assert.Equal("attribute 7", await app.Client.GetStringAsync("/api/mvc/7"));
        Assert.Equal("convention", await app.Client.GetStringAsync("/Plain/Index"));
        Assert.Equal("origin GET /api/mvc", await app.Client.GetStringAsync("/api/mvc"));
        using var missing = await app.Client.GetAsync("/Plain/Nothing");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Mvc_ControllersWithGateway_RunBehindAPolicy()
    {
        await using var origin = await WebApp.EchoAsync("origin");
        await using var app = await StartAsync(
            origin,
            services => services.AddControllers().AddApplicationPart(typeof(CommonAppsTests).Assembly),
            app => app.MapControllers().WithGateway("marked"));

        using var response = await app.Client.GetAsync("/api/mvc/7");

        Assert.Equal("attribute 7", await response.Content.ReadAsStringAsync());
        Assert.Equal("yes", response.Headers.GetValues("X-Marked").Single());
    }

    [Fact]
    public async Task SinglePage_RoutesWinOverTheFallbackFile()
    {
        using var folder = new TemporaryFolder();
        folder.Write("index.html", "<html>spa</html>");
        await using var origin = await WebApp.EchoAsync("origin");
        await using var app = await StartAsync(origin, _ => { }, app =>
        {
            app.MapFallbackToFile("index.html", new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder.Path) });
        });

        Assert.Equal("origin GET /api/x", await app.Client.GetStringAsync("/api/x"));
        Assert.Equal("<html>spa</html>", await app.Client.GetStringAsync("/deep/link"));
    }

    [Fact]
    public async Task Grpc_ServiceOfTheAppWithGateway_AnswersWithTrailers()
    {
        await using var origin = await WebApp.EchoAsync("origin");
        await using var app = await StartAsync(
            origin,
            services => services.AddGrpc(),
            app => app.MapGrpcService<EchoService>().WithGateway("marked"),
            HttpProtocols.Http2);
        using var channel = GrpcChannel.ForAddress(app.Url);

        using var call = channel.CreateCallInvoker().AsyncUnaryCall(EchoService.EchoMethod, null, default, "hi"u8.ToArray());

        Assert.Equal("hi"u8.ToArray(), await call);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Equal("yes", (await call.ResponseHeadersAsync).GetValue("x-marked"));
    }

    [Fact]
    public async Task SignalR_HubOfTheAppWithGateway_Converses()
    {
        await using var origin = await WebApp.EchoAsync("origin");
        await using var app = await StartAsync(
            origin, services => services.AddSignalR(), app => app.MapHub<EchoHub>("/chat").WithGateway("marked"));
        await using var connection = new HubConnectionBuilder().WithUrl(app.Url + "/chat").Build();
        await connection.StartAsync();

        Assert.Equal("echo hi", await connection.InvokeAsync<string>("Echo", "hi"));
    }

    [Fact]
    public async Task SignalR_HubBehindARoute_Converses()
    {
        await using var origin = await WebApp.StartAsync(
            builder => builder.Services.AddSignalR(), app => app.MapHub<EchoHub>("/api/chat"));
        await using var app = await StartAsync(origin, _ => { }, _ => { });
        await using var connection = new HubConnectionBuilder().WithUrl(app.Url + "/api/chat").Build();
        await connection.StartAsync();

        Assert.Equal("echo hi", await connection.InvokeAsync<string>("Echo", "hi"));
    }

    private static Task<WebApp> StartAsync(
        WebApp origin, Action<IServiceCollection> services, Action<WebApplication> map, HttpProtocols protocols = HttpProtocols.Http1) =>
        WebApp.StartAsync(
            builder =>
            {
                services(builder.Services);
                builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = protocols));
                builder.Services.AddGateway(gateway => gateway
                    .Policy("marked", policy => policy.Rewrite(new RewriteOptions { ResponseHeaders = new() { Set = new([new("X-Marked", "yes")]) } }))
                    .Route("api", route => route.Match("/api/{**rest}").Forward("origin"))
                    .Upstream("origin", upstream => upstream.Destination(origin.Url)));
            },
            app =>
            {
                map(app);
                app.MapGateway();
            });
}
