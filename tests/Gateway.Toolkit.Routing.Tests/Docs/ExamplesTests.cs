using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Routing.Tests.Docs;

public sealed class ExamplesTests
{
    [Theory]
    [InlineData("values.md", 1)]
    [InlineData("rewriting.md", 5)]
    [InlineData("responding.md", 5)]
    public async Task Page_EachJson_MeansTheSameAsItsCode(string page, int count)
    {
        var twins = DocsPage.Twins(page, "Examples.cs");

        Assert.Equal(count, twins.Count);
        foreach (var (json, region) in twins)
        {
            using var folder = new TemporaryFolder();
            var path = folder.Write("gateway.json", $$"""{ "Routes": { {{json}} }, "Upstreams": { "origin": { "Destinations": { "a": "http://127.0.0.1:1" } } } }""");
            await using var fromJson = await StartAsync(gateway => gateway.JsonFile(path));
            await using var fromCode = await StartAsync(gateway =>
            {
                Examples.All[region](gateway);
                gateway.Upstream("origin", upstream => upstream.Destination("http://127.0.0.1:1"));
            });

            Assert.Equal(Modules(fromJson), Modules(fromCode));
        }
    }

    private static Task<WebApp> StartAsync(Action<IGatewayBuilder> configure) =>
        WebApp.StartAsync(builder => builder.Services.AddGatewayCore(configure).AddRouting(), app => app.MapGateway());

    private static IEnumerable<(string Route, string Key, object Options)> Modules(WebApp app) =>
        from route in app.App.Services.GetRequiredService<IGateway>().Snapshot.Routes.Values
        from module in route.Modules
        select (route.Id, module.Module.Key, module.Options);
}
