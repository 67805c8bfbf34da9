using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.Configuration;

namespace Gateway.Toolkit.Core.Tests.Configuration;

public sealed class ConfigReferencesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IConfigurationRoot _app = new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?> { ["ConnectionStrings:Main"] = "main", ["Empty"] = "" }).Build();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Resolve_FileEnvironmentAndConfiguration_GivesTheirValues()
    {
        var name = NewVariable("5s");
        _folder.Overwrite("conf/keys/key.txt", "first\nsecond\r\n");
        _folder.Overwrite("root.txt", "\uFEFFé\n\n");
        _folder.Overwrite("conf/a.json",
            $$"""{ "Keys": ["file:keys/key.txt", "env:{{name}}"], "Text": "config:ConnectionStrings:Main", "Empty": "config:Empty", "Other": "jwt:corp" }""");
        using var configuration = Configuration(
            new CodeLayer(GatewayConfigNode.Object([new("Code", GatewayConfigNode.String("file:root.txt"))])),
            new JsonFileLayer("conf/a.json", _folder.Of("conf/a.json")));

        var tree = configuration.LoadSound();

        Assert.Equal(["first\nsecond", "5s"], tree.At("Keys").Items.Select(item => item.Text));
        Assert.Equal("main", tree.At("Text").Text);
        Assert.Equal("", tree.At("Empty").Text);
        Assert.Equal("é\n", tree.At("Code").Text);
        Assert.Equal(("jwt:corp", (string?)null), (tree.At("Other").Text, tree.At("Other").Reference));
        var key = tree.At("Keys").Items[0];
        Assert.Equal(("file:keys/key.txt", true, "conf/a.json:1:12", "Gateway:Keys:0"), (key.Reference, key.IsTextOnly, key.Origin.ToString(), key.Path));
        Assert.DoesNotContain("second", new EffectiveConfigWriter(TestShape.Instance).Text(tree), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_TreeWithoutReferences_StaysTheSameNodes()
    {
        _folder.Overwrite("a.json", """{ "x": { "y": ["z", 1] }, "ref": "config:ConnectionStrings:Main" }""");
        using var configuration = Configuration(File("a.json"));

        var first = configuration.LoadSound();

        Assert.Equal("main", first.At("ref").Text);
        Assert.All(Json.All(first), item => Assert.Equal(item.Path, item.Node.Path));
    }

    [Fact]
    public void Resolve_Notes_AreLeftAlone()
    {
        _folder.Overwrite("a.json", """{ "x-todo": "file: see below", "a": { "X-note": { "b": "env:NOT_THERE" } } }""");
        using var configuration = Configuration(File("a.json"));

        Assert.Equal("file: see below", configuration.LoadSound().At("x-todo").Text);
    }

    [Fact]
    public void Resolve_Missing_NamesWhatWasTried()
    {
        _folder.Overwrite("conf/a.json", """
            { "a": "file:none.txt",
              "b": "env:GATEWAY_NOT_THERE",
              "c": "config:Not:There",
              "d": "file:///etc/hostname",
              "e": "env:",
              "f": "file:../conf" }
            """);
        _folder.Overwrite("empty.txt", "");
        using var configuration = Configuration(
            new JsonFileLayer("a.json", _folder.Of("conf/a.json")),
            new CodeLayer(GatewayConfigNode.Object([new("g", GatewayConfigNode.String("file:empty.txt"))])));

        var tree = configuration.Load();

        Assert.Equal(
            [
                $"Gateway:a line 1: \"file:none.txt\": there is no file at {_folder.Of("conf/none.txt")} [a.json:1:3]",
                "Gateway:b line 2: \"env:GATEWAY_NOT_THERE\": there is no environment variable \"GATEWAY_NOT_THERE\" [a.json:2:3]",
                "Gateway:c line 3: \"config:Not:There\": the app's configuration has no value at \"Not:There\" [a.json:3:3]",
                "Gateway:d line 4: \"file:///etc/hostname\" is a URI; write the path alone: \"file:/etc/hostname\" [a.json:4:3]",
                "Gateway:e line 5: \"env:\" names nothing; a name must follow the colon [a.json:5:3]",
                $"Gateway:f line 6: \"file:../conf\": the file at {_folder.Of("conf")} can't be read: Access to the path '{_folder.Of("conf")}' is denied. [a.json:6:3]",
                $"Gateway:g: \"file:empty.txt\": the file at {_folder.Of("empty.txt")} is empty",
            ],
            configuration.Errors.Select(error => error.ToString()));
        Assert.Null(tree.At("a").Reference);
    }

    [Fact]
    public void Check_UnresolvedInTheTree_IsAnErrorOfItsItem()
    {
        _folder.Overwrite("a.json", """{ "Routes": { "a": { "Auth": { "Key": "env:GATEWAY_NOT_THERE" } } } }""");
        using var configuration = Configuration(File("a.json"));
        var tree = configuration.Load();
        var errors = new GatewayErrors();

        ConfigReferences.Check(tree, errors);

        Assert.Equal(configuration.Errors, errors.Items);
        Assert.Equal("Gateway:Routes:a:Auth:Key", Assert.Single(errors.Items).Path);
    }

    [Fact]
    public void Resolve_VanishedLater_KeepsTheLastGoodValueWithAnError()
    {
        var name = NewVariable("one");
        var key = _folder.Overwrite("key.txt", "k1");
        _folder.Overwrite("a.json", $$"""{ "Key": "file:key.txt", "Name": "env:{{name}}" }""");
        using var configuration = Configuration(File("a.json"));
        configuration.LoadSound();

        System.IO.File.Delete(key);
        Environment.SetEnvironmentVariable(name, null);
        for (var i = 0; i < 2; i++)
        {
            var tree = configuration.Load();

            Assert.Equal(("k1", "one"), (tree.At("Key").Text, tree.At("Name").Text));
            Assert.Equal("file:key.txt", tree.At("Key").Reference);
            Assert.Equal(2, configuration.Errors.Count);
            Assert.All(configuration.Errors, error => Assert.EndsWith("; the last good value stays in use", error.Message, StringComparison.Ordinal));
        }

        var errors = new GatewayErrors();
        ConfigReferences.Check(configuration.Load(), errors);
        Assert.Empty(errors.Items);

        System.IO.File.WriteAllText(key, "");
        Assert.Equal("k1", configuration.Load().At("Key").Text);
        System.IO.File.WriteAllText(key, "k2");
        Assert.Equal("k2", configuration.Load().At("Key").Text);
    }

    [Fact]
    public async Task Resolve_ReferencedFileChanges_IsAChange()
    {
        _folder.Overwrite("key.txt", "k1");
        _folder.Overwrite("a.json", """{ "Key": "file:key.txt" }""");
        using var configuration = Configuration(File("a.json"));
        configuration.LoadSound();
        configuration.Watch();

        _folder.Overwrite("key.txt", "k2");

        await configuration.LoadedAsync(tree => tree.At("Key").Text == "k2");
    }

    private static string NewVariable(string value)
    {
        var name = $"GATEWAY_TEST_{Guid.NewGuid():N}";
        Environment.SetEnvironmentVariable(name, value);
        return name;
    }

    private JsonFileLayer File(string name) => new(name, _folder.Of(name));

    private TestConfiguration Configuration(params IConfigSource[] sources) => new(_app, _folder.Path, sources);
}
