using System.Collections.Concurrent;
using System.Net;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit.IntegrationTests;

/// <summary>An app on real Kestrel whose gateway sends everything by the route "r" to the upstream "u".</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestGateway(WebApplication app)
    {
        _app = app;
        var ports = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address).Port).ToList();
        (Port, Http2Port) = (ports[0], ports[1]);
    }

    /// <summary>The port for HTTP/1.1.</summary>
    public int Port { get; }

    /// <summary>The port for HTTP/2 without TLS.</summary>
    public int Http2Port { get; }

    /// <summary>What became of the requests, in the order of their ends.</summary>
    public ConcurrentQueue<GatewayProblem?> Problems { get; } = [];

    public GatewaySnapshot Snapshot => _app.Services.GetRequiredService<IGateway>().Snapshot;

    public static Task<TestGateway> StartAsync(RawOrigin origin, Action<GatewayUpstreamBuilder>? upstream = null, Action<WebApplicationBuilder>? app = null, Func<HttpContext, RequestDelegate, Task>? before = null) =>
        StartAsync(origin.Address, upstream, app, before);

    public static Task<TestGateway> StartAsync(string address, Action<GatewayUpstreamBuilder>? upstream = null, Action<WebApplicationBuilder>? app = null, Func<HttpContext, RequestDelegate, Task>? before = null) =>
        StartAsync(
            gateway => gateway
                .Upstream("u", u =>
                {
                    u.Destination(address);
                    upstream?.Invoke(u);
                })
                .Route("r", r => r.Match("/{**path}").Forward("u")),
            app,
            before);

    public static async Task<TestGateway> StartAsync(
        Action<IGatewayBuilder> configure, Action<WebApplicationBuilder>? app = null, Func<HttpContext, RequestDelegate, Task>? before = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Logging.ClearProviders();
        builder.Services.AddGateway(configure);
        app?.Invoke(builder);
        var built = builder.Build();
        TestGateway? gateway = null;
        built.Use(next => async context =>
        {
            try
            {
                await (before is null ? next(context) : before(context, next));
            }
            finally
            {
                gateway!.Problems.Enqueue(context.Features.Get<IGatewayFeature>()?.Problem);
            }
        });
        built.MapGateway();
        await built.StartAsync();
        return gateway = new(built);
    }

    /// <summary>Sends one request over HTTP/1.1 on a connection of its own.</summary>
    public Task<RawMessage> SendAsync(string request) => RawClient.SendAsync(Port, request);

    /// <summary>Waits for the problem that a request ended with.</summary>
    public async Task<GatewayProblem?> ProblemAsync()
    {
        GatewayProblem? problem = null;
        await Eventually.HoldsAsync(() => Problems.TryDequeue(out problem), "a request ends");
        return problem;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }
}
