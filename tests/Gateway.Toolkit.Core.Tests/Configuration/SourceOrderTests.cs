using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Core.Tests.Configuration;

public sealed class SourceOrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AddGatewayCore_CodeFilesAndTheAppsSection_LayInThisOrder()
    {
        _folder.Overwrite("appsettings.json", """{ "Gateway": { "d": "app" } }""");
        _folder.Overwrite("one.json", """{ "b": "one", "c": "one", "d": "one" }""");
        _folder.Overwrite("two.json", """{ "Gateway": { "c": "two", "d": "two" } }""");

        var tree = await LoadAsync(gateway =>
        {
            gateway.JsonFile("one.json").JsonFile("two.json").JsonFile("three.json", optional: true);
            foreach (var key in new[] { "a", "b", "c", "d" })
                gateway.Root(key, GatewayConfigNode.String("code"));
        });

        Assert.Equal(["code", "one", "two", "app"], new[] { "a", "b", "c", "d" }.Select(key => tree.At(key).Text));
        Assert.Equal("two.json:1:16", tree.At("c").Origin.ToString());
    }

    [Fact]
    public async Task AddGatewayCore_SectionNamed_TakesThePlaceOfTheAppsSection()
    {
        _folder.Overwrite("appsettings.json", """{ "Gateway": { "a": "default" }, "Edge": { "b": {} } }""");

        var tree = await LoadAsync((gateway, app) => gateway.Configuration(app.GetSection("Edge")));

        Assert.Equal("b", Assert.Single(tree.Members).Key);
        Assert.Equal(GatewayConfigKind.Object, tree.At("b").Kind);
    }

    [Fact]
    public async Task AddGatewayCore_CollectionAddedByATestsHost_Counts()
    {
        _folder.Overwrite("appsettings.json", """{ "Gateway": { "a": "file", "b": "file" } }""");

        // The way that WebApplicationFactory takes.
#pragma warning disable ASP0013
        var tree = await LoadAsync((_, _) => { }, builder => builder.WebHost.ConfigureAppConfiguration(
            (_, configuration) => configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Gateway:a"] = "test" })));
#pragma warning restore ASP0013

        Assert.Equal(("test", "file"), (tree.At("a").Text, tree.At("b").Text));
    }

    private Task<GatewayConfigNode> LoadAsync(Action<IGatewayBuilder> configure) => LoadAsync((gateway, _) => configure(gateway));

    private async Task<GatewayConfigNode> LoadAsync(Action<IGatewayBuilder, IConfiguration> configure, Action<WebApplicationBuilder>? host = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = _folder.Path });
        builder.Services.AddGatewayCore(gateway => configure(gateway, builder.Configuration));
        host?.Invoke(builder);
        await using var app = builder.Build();
        var errors = new GatewayErrors();
        var tree = app.Services.GetRequiredService<IGatewayConfiguration>().Load(errors);
        Assert.Empty(errors.Items);
        return tree;
    }
}
