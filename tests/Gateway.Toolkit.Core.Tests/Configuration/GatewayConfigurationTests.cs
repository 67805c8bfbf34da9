using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Core.Tests.Configuration;

public class GatewayConfigurationTests
{
    private const string Routes = """{ "Routes": { "a": { "Forward": "x" }, "b": { "Forward": "x" } } }""";
    private const string Auth = """{ "Routes": { "a": { "Auth": { "Issuer": "i" } }, "b": { "Auth": { "Issuer": "i" } } } }""";

    [Fact]
    public void Load_CodeAndFiles_LaterWins()
    {
        using var folder = new TemporaryFolder();
        folder.Overwrite("a.json", """{ "Routes": { "a": { "Forward": "file", "Timeout": "1s" } } }""");
        folder.Overwrite("b.json", """{ "Gateway": { "Routes": { "a": { "Timeout": "2s" } } } }""");
        var shared = GatewayConfigNode.String("code");
        var route = GatewayConfigNode.Object([new("Forward", shared), new("Use", shared)]);
        using var configuration = new TestConfiguration(
            new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(),
            folder.Path,
            new CodeLayer(GatewayConfigNode.Object([new("Routes", GatewayConfigNode.Object([new("a", route), new("b", route)]))])),
            new JsonFileLayer("a.json", folder.Of("a.json")),
            new JsonFileLayer("b.json", folder.Of("b.json")));

        var tree = configuration.LoadSound();

        Assert.Equal(
            """
            {
              "Routes": {
                "a": {
                  "Forward": "file",  // a.json:1:22
                  "Use": "code",      // code
                  "Timeout": "2s"     // b.json:1:35
                },
                "b": {
                  "Forward": "code",  // code
                  "Use": "code"       // code
                }
              }
            }

            """,
            new EffectiveConfigWriter(TestShape.Instance).Text(tree));
    }

    [Fact]
    public void Load_FirstTimeWithBrokenAndMissingFiles_ReportsAllAndGivesTheRest()
    {
        using var folder = new TemporaryFolder();
        folder.Overwrite("a.json", Routes);
        folder.Overwrite("b.json", "{\n  oops");
        using var configuration = new TestConfiguration(folder, "a.json", "b.json", "c.json");

        var tree = configuration.Load();

        Assert.Equal("x", tree.At("Routes", "a", "Forward").Text);
        Assert.Equal(
            ["Gateway line 2: is not valid JSON: unexpected 'o'; expected a key in double quotes and a ':' [b.json:2:3]",
                $"Gateway: the file does not exist; looked at {folder.Of("c.json")} [c.json]"],
            configuration.Errors.Select(error => error.ToString()));
        Assert.All(configuration.Errors, error => Assert.False(error.IsWarning));
    }

    [Fact]
    public void Load_OptionalFile_MayBeMissingUntilItWasThere()
    {
        using var folder = new TemporaryFolder();
        using var configuration = new TestConfiguration(
            new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(), folder.Path, new JsonFileLayer("a.json", folder.Of("a.json"), optional: true));
        Assert.Empty(configuration.LoadSound().Members);

        folder.Overwrite("a.json", Auth);
        Assert.Equal("i", configuration.LoadSound().At("Routes", "a", "Auth", "Issuer").Text);

        File.Delete(folder.Of("a.json"));
        Assert.Equal("i", configuration.Load().At("Routes", "a", "Auth", "Issuer").Text);
        Assert.EndsWith("the last good content stays in use", Assert.Single(configuration.Errors).Message, StringComparison.Ordinal);

        folder.Overwrite("a.json", "{}");
        Assert.Empty(configuration.LoadSound().Members);
    }

    [Theory]
    [InlineData("", "is empty; expected an object, at least {}")]
    [InlineData("{ \"Routes\": { \"a\": ", "is not valid JSON: the text ends too early; a quote or a bracket is not closed")]
    [InlineData("{ \"Routes\": {}, \"Routes\": {} }", "is given twice, in line 1 and in line 1")]
    [InlineData(null, "the file does not exist; looked at ")]
    public void Load_FileThatBreaksWhileAnotherChanges_KeepsWhatItSaid(string? content, string problem)
    {
        using var folder = new TemporaryFolder();
        folder.Overwrite("routes.json", Routes);
        folder.Overwrite("auth.json", Auth);
        using var configuration = new TestConfiguration(folder, "routes.json", "auth.json");
        configuration.LoadSound();

        if (content is null)
            File.Delete(folder.Of("auth.json"));
        else
            folder.Overwrite("auth.json", content);
        folder.Overwrite("routes.json", Routes.Replace("\"x\"", "\"y\"", StringComparison.Ordinal));
        var tree = configuration.Load();

        Assert.Equal("y", tree.At("Routes", "a", "Forward").Text);
        Assert.Equal("i", tree.At("Routes", "a", "Auth", "Issuer").Text);
        var error = Assert.Single(configuration.Errors);
        Assert.StartsWith(problem, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; the last good content stays in use", error.Message, StringComparison.Ordinal);
        Assert.Equal("auth.json", error.Origin.Source);

        folder.Overwrite("auth.json", Auth.Replace("\"i\"", "\"j\"", StringComparison.Ordinal));
        Assert.Equal("j", configuration.LoadSound().At("Routes", "b", "Auth", "Issuer").Text);
    }

    [Fact]
    public async Task Load_FileCutDeletedAndWrittenAnewUnderLoad_NeverLacksTheAuth()
    {
        using var folder = new TemporaryFolder();
        folder.Overwrite("routes.json", Routes);
        folder.Overwrite("auth.json", Auth);
        using var configuration = new TestConfiguration(folder, "routes.json", "auth.json");
        configuration.LoadSound();
        using var stop = new CancellationTokenSource();

        var vandal = Task.Run(() => Spoil(folder, stop.Token));
        var seen = new HashSet<string>();
        for (var i = 0; i < 400 || (seen.Count == 0 && i < 100_000); i++)
        {
            folder.Write("routes.json", Routes.Replace("\"x\"", $"\"v{i}\"", StringComparison.Ordinal));
            var tree = configuration.Load();

            Assert.Equal($"v{i}", tree.At("Routes", "a", "Forward").Text);
            Assert.Equal("i", tree.At("Routes", "a", "Auth", "Issuer").Text);
            Assert.Equal("i", tree.At("Routes", "b", "Auth", "Issuer").Text);
            seen.UnionWith(configuration.Errors.Select(error => error.Message));
        }

        await stop.CancelAsync();
        await vandal;
        Assert.NotEmpty(seen);
    }

    private static void Spoil(TemporaryFolder folder, CancellationToken stop)
    {
        for (var round = 0; !stop.IsCancellationRequested; round++)
        {
            using (var file = new FileStream(folder.Of("auth.json"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
            using (var writer = new StreamWriter(file) { AutoFlush = true })
            {
                writer.Write(Auth[..(Auth.Length / 2)]);
                Thread.Yield();
                writer.Write(Auth[(Auth.Length / 2)..]);
            }

            if (round % 2 == 0)
                File.Delete(folder.Of("auth.json"));
            Thread.Yield();
        }
    }
}
