using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Toolkit.Core.Tests.Engine;

/// <summary>An app on real Kestrel with toy modules; a request names its route in <c>X-Route</c>.</summary>
internal sealed class ToyGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ToyGateway(WebApplication app, TreeConfiguration configuration, FakeTimeProvider time, LogLines log)
    {
        _app = app;
        Configuration = configuration;
        Time = time;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public TreeConfiguration Configuration { get; }

    public FakeTimeProvider Time { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => _app.Services;

    public GatewayEngine Engine => _app.Services.GetRequiredService<GatewayEngine>();

    public static async Task<ToyGateway> StartAsync(
        string json, IEnumerable<IGatewayModule> modules, Action<WebApplication>? map = null, Action<WebApplicationBuilder>? configure = null)
    {
        var configuration = new TreeConfiguration(Tree.Of(json));
        var time = new FakeTimeProvider();
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddGatewayCore();
        builder.Services.AddSingleton<IGatewayConfiguration>(configuration);
        foreach (var module in modules)
            builder.Services.AddSingleton(module);
        configure?.Invoke(builder);
        var app = builder.Build();
        map?.Invoke(app);
        app.MapFallback(async context =>
        {
            var route = context.RequestServices.GetRequiredService<IGateway>().Snapshot.Routes[context.Request.Headers["X-Route"].ToString()];
            GatewayRequest.Matched(context, route, context.Request.RouteValues);
            await route.Pipeline(context);
        }).WithMetadata(new Mark());
        await app.StartAsync();
        return new(app, configuration, time, log);
    }

    public async Task<HttpResponseMessage> GetAsync(string route)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Route", route } } };
        return await Client.SendAsync(request);
    }

    public Task<IReadOnlyList<GatewayConfigError>> ReloadAsync(string json)
    {
        Configuration.Root = Tree.Of(json);
        return Engine.ReloadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Mark : IGatewayEndpointMetadata;

    internal sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ConcurrentQueue<Exception> Exceptions { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
            if (exception is not null)
                Exceptions.Enqueue(exception);
        }

        public void Dispose()
        {
        }
    }
}
