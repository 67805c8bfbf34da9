using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Documentation;

public class ExampleTests
{
    public static TheoryData<string> Places() => [.. MarkdownExample.All().Select(example => example.Place)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task JsonExample_AsWritten_MeansWhatTheCodeUnderItMeans(string place)
    {
        var example = MarkdownExample.All().Single(example => example.Place == place);
        using var folder = new TemporaryFolder();
        var file = folder.Write("example.json", example.Json);

        var fromJson = await SnapshotOfAsync(gateway => gateway.JsonFile(file));

        Assert.True(example.Code is not null, $"{place} has no C# under it");
        var twin = Twins.All.SingleOrDefault(twin => twin.Calls == example.Code);
        Assert.True(twin is not null, $"The C# under {place} is not in Twins.cs as it stands there: {example.Code}");
        Assert.Equal(SnapshotText.Of(await SnapshotOfAsync(twin!.Configure)), SnapshotText.Of(fromJson));
    }

    [Fact]
    public void Twins_AllOfThem_StandInTheDocumentation() =>
        Assert.Empty(Twins.All.Select(twin => twin.Calls).Except(MarkdownExample.All().Select(example => example.Code ?? "")));

    // Examples of single routes name upstreams of other examples.
    private static async Task<GatewaySnapshot> SnapshotOfAsync(Action<IGatewayBuilder> configure)
    {
        await using var app = await WebApp.StartAsync(
            builder => builder.Services.AddGateway(gateway =>
            {
                foreach (var name in (string[])["origin", "orders", "catalog"])
                    gateway.Upstream(name, upstream => upstream.Destination("http://127.0.0.1:9001"));
                configure(gateway);
            }),
            app => app.MapGateway());
        return app.App.Services.GetRequiredService<IGateway>().Snapshot;
    }
}
