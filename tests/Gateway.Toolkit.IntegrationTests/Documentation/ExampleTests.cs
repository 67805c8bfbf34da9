using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Documentation;

public class ExampleTests
{
    public static TheoryData<string> Places() => [.. MarkdownExample.All().Select(example => example.Place)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task JsonExample_AsWritten_MeansWhatItsTwinInCodeMeans(string place)
    {
        var example = MarkdownExample.All().Single(example => example.Place == place);
        using var folder = new TemporaryFolder();
        Twins.WriteFiles(folder);
        var file = folder.Write("example.json", example.Json);

        var fromJson = await SnapshotOfAsync(gateway => gateway.JsonFile(file));

        Assert.True(example.Twin is not null, $"{place} has no twin: write <!-- twin: NAME --> before it and NAME in Twins.cs");
        Assert.True(Twins.All.TryGetValue(example.Twin!, out var twin), $"{place} names the twin {example.Twin}, which is not in Twins.cs");
        Assert.Equal(SnapshotText.Of(await SnapshotOfAsync(twin!)), SnapshotText.Of(fromJson), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Twins_AllOfThem_BelongToAnExample() =>
        Assert.Empty(Twins.All.Keys.Except(MarkdownExample.All().Select(example => example.Twin ?? "")));

    private static async Task<GatewaySnapshot> SnapshotOfAsync(Action<IGatewayBuilder> configure)
    {
        await using var app = await WebApp.StartAsync(builder => builder.Services.AddGateway(configure), app => app.MapGateway());
        return app.App.Services.GetRequiredService<IGateway>().Snapshot;
    }
}
