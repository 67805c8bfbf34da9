using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Routing.Tests;

/// <summary>A gateway in front of one origin that tells what it got, both on real Kestrel.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApp _origin;
    private readonly WebApp _gateway;
    private readonly TemporaryFolder _folder;

    private TestGateway(WebApp origin, WebApp gateway, TemporaryFolder folder, List<SeenRequest> seen)
    {
        Seen = seen;
        _origin = origin;
        _gateway = gateway;
        _folder = folder;
    }

    public HttpClient Client => _gateway.Client;

    public string Url => _gateway.Url;

    /// <summary>What the origin gets, the latest last.</summary>
    public List<SeenRequest> Seen { get; }

    /// <summary>Starts a gateway with one route; the upstream is called <c>origin</c>.</summary>
    /// <param name="route">The route's modules as JSON.</param>
    /// <param name="file">A file beside the configuration.</param>
    public static async Task<TestGateway> StartAsync(string route, (string Name, string Text)? file = null)
    {
        var seen = new List<SeenRequest>();
        var origin = await WebApp.OriginAsync(context =>
        {
            lock (seen)
                seen.Add(SeenRequest.Of(context));
            context.Response.Headers["X-Origin"] = "origin";
            context.Response.Headers.ETag = "\"1\"";
            return context.Response.WriteAsync("from the origin");
        });
        var folder = new TemporaryFolder();
        if (file is var (name, text))
            folder.Write(name, text);
        var path = folder.Write("gateway.json", $$"""
            { "Routes": { "test": {{route}} },
              "Upstreams": { "origin": { "Destinations": { "a": "{{origin.Url}}" } } } }
            """);
        try
        {
            var gateway = await WebApp.StartAsync(
                builder => builder.Services.AddGatewayCore(gateway => gateway.JsonFile(path)).AddRouting(),
                app => app.MapGateway());
            return new(origin, gateway, folder, seen);
        }
        catch
        {
            folder.Dispose();
            await origin.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes a file beside the configuration.</summary>
    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Deletes a file beside the configuration.</summary>
    public void Delete(string name) => File.Delete(Path.Combine(_folder.Path, name));

    /// <summary>What is wrong with a route, without the places.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(string route)
    {
        var failure = await Assert.ThrowsAsync<GatewayConfigException>(() => StartAsync(route));
        return [.. failure.Errors.Select(error => $"{error.Path["Gateway:Routes:test".Length..].TrimStart(':')}: {error.Message}")];
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _origin.DisposeAsync();
        _folder.Dispose();
    }
}
