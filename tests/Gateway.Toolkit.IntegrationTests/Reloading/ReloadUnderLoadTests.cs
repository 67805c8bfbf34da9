using System.Net;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Reloading;

public class ReloadUnderLoadTests
{
    [Fact]
    public async Task Reload_TwoHundredTimesUnderLoad_NoRequestFails()
    {
        using var folder = new TemporaryFolder();
        await using var first = await WebApp.EchoAsync("first");
        await using var second = await WebApp.EchoAsync("second");
        folder.Write("a.json", Routes(first.Url, 0));
        await using var app = await StartAsync(folder, "a.json");
        var gateway = app.App.Services.GetRequiredService<IGateway>();

        await using var load = new Load(app.Client, "/api/x");
        for (var round = 1; round <= 200; round++)
        {
            folder.Write("a.json", Routes((round % 2 == 0 ? first : second).Url, round));
            Assert.Empty(await gateway.ReloadAsync());
            await load.MoreAsync(5);
        }

        Assert.Equal(["200"], load.Answers.Keys);
        Assert.StartsWith("first", await app.Client.GetStringAsync("/api/x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OfTheFileAlone_IsLiveSoonAndNoRequestFails()
    {
        using var folder = new TemporaryFolder();
        await using var first = await WebApp.EchoAsync("first");
        await using var second = await WebApp.EchoAsync("second");
        folder.Write("a.json", Routes(first.Url, 0));
        await using var app = await StartAsync(folder, "a.json");

        await using var load = new Load(app.Client, "/api/x");
        await load.MoreAsync(20);
        folder.Write("a.json", Routes(second.Url, 1));
        await Eventually.HoldsAsync(
            async () => (await app.Client.GetStringAsync("/api/x")).StartsWith("second", StringComparison.Ordinal), "the edit is live");
        await load.MoreAsync(20);

        Assert.Equal(["200"], load.Answers.Keys);
    }

    [Fact]
    public async Task Sources_OneHasRoutesTheOtherTheirAuth_NoRequestEverPassesWithoutAuth()
    {
        using var folder = new TemporaryFolder();
        await using var origin = await WebApp.EchoAsync("origin");
        const string auth = """{ "Routes": { "api": { "Auth": "right" } } }""";
        folder.Write("routes.json", Routes(origin.Url, 0));
        folder.Write("auth.json", auth);
        await using var app = await StartAsync(folder, "routes.json", "auth.json");
        var gateway = app.App.Services.GetRequiredService<IGateway>();
        var second = Path.Combine(folder.Path, "auth.json");

        await using var intruder = new Load(app.Client, "/api/x", clients: 3, token: "wrong");
        await using var guest = new Load(app.Client, "/api/x", clients: 1, token: "right");
        for (var round = 1; round <= 20; round++)
        {
            await File.WriteAllTextAsync(second, auth[..(round % auth.Length)]);
            folder.Write("routes.json", Routes(origin.Url, (round * 3) + 1));
            Assert.NotEmpty(await gateway.ReloadAsync());
            await intruder.MoreAsync(10);

            File.Delete(second);
            folder.Write("routes.json", Routes(origin.Url, (round * 3) + 2));
            Assert.NotEmpty(await gateway.ReloadAsync());
            await intruder.MoreAsync(10);

            folder.Write("auth.json", auth);
            folder.Write("routes.json", Routes(origin.Url, (round * 3) + 3));
            Assert.Empty(await gateway.ReloadAsync());
            await guest.MoreAsync(2);
        }

        Assert.Equal(["401"], intruder.Answers.Keys);
        Assert.Equal(["200"], guest.Answers.Keys);
    }

    [Fact]
    public async Task Health_FileBroken_IsDegradedAndNeverUnhealthyUntilMended()
    {
        using var folder = new TemporaryFolder();
        await using var origin = await WebApp.EchoAsync("origin");
        folder.Write("a.json", Routes(origin.Url, 0));
        await using var app = await StartAsync(folder, "a.json");
        var gateway = app.App.Services.GetRequiredService<IGateway>();

        Assert.Equal("Healthy", await app.Client.GetStringAsync("/readyz"));
        folder.Write("a.json", "{ \"Routes\": {");
        await gateway.ReloadAsync();
        using var broken = await app.Client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, broken.StatusCode);
        Assert.Equal("Degraded", await broken.Content.ReadAsStringAsync());
        Assert.Equal("Healthy", await app.Client.GetStringAsync("/livez"));
        folder.Write("a.json", Routes(origin.Url, 1));
        await gateway.ReloadAsync();
        Assert.Equal("Healthy", await app.Client.GetStringAsync("/readyz"));
    }

    private static string Routes(string url, int round) =>
        $$"""
        { "Routes": { "api": { "Match": "/api/{**rest}", "Forward": "origin" }, "extra{{round}}": { "Match": "/extra/{{round}}", "Respond": "extra" } },
          "Upstreams": { "origin": { "Destinations": { "a": "{{url}}" } } } }
        """;

    private static Task<WebApp> StartAsync(TemporaryFolder folder, params string[] files) => WebApp.StartAsync(
        builder =>
        {
            builder.Services.AddHealthChecks().AddGateway();
            builder.Services.AddSingleton<IGatewayModule, TokenModule>();
            builder.Services.AddGateway(gateway =>
            {
                foreach (var file in files)
                    gateway.JsonFile(Path.Combine(folder.Path, file));
            });
        },
        app =>
        {
            app.MapGateway();
            app.MapHealthChecks("/livez", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
            app.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        });
}
