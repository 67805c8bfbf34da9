using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit.TestSupport;

/// <summary>An app on real Kestrel, on a free port of the loopback, with a client for it.</summary>
public sealed class WebApp : IAsyncDisposable
{
    private WebApp(WebApplication app)
    {
        App = app;
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Url) };
    }

    /// <summary>The app.</summary>
    public WebApplication App { get; }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public string Url { get; }

    /// <summary>A client that follows no redirects and keeps no cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts an app.</summary>
    /// <param name="build">Adds services.</param>
    /// <param name="map">Adds middleware and endpoints.</param>
    public static async Task<WebApp> StartAsync(Action<WebApplicationBuilder> build, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        build(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Starts an origin that answers every request by one delegate.</summary>
    public static Task<WebApp> OriginAsync(RequestDelegate answer) => StartAsync(_ => { }, app => app.Run(answer));

    /// <summary>Starts an origin that answers with a name, the path and the query: <c>NAME GET /x?q=1</c>.</summary>
    public static Task<WebApp> EchoAsync(string name) => OriginAsync(context => context.Response.WriteAsync(
        $"{name} {context.Request.Method} {context.Request.Path}{context.Request.QueryString}"));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }
}
