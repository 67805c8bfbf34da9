using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.Configuration;

namespace Gateway.Toolkit.Core.Tests.Configuration;

public sealed class SectionSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_JsonFileOfAConfiguration_IsReadWithKindsOrderAndLines()
    {
        _folder.Overwrite("appsettings.json", """
            { "Logging": { "LogLevel": { "Default": "Warning" } },
              "Gateway": { "Routes": { "z": { "Cache": {}, "Use": [], "Order": 1.50 }, "a": { "Cache": null } } } }
            """);
        var app = Build(builder => builder.AddJsonFile("appsettings.json"));
        using var configuration = Configuration(app, app);

        var tree = configuration.LoadSound();

        Assert.Equal(["z", "a"], tree.At("Routes").Members.Select(member => member.Key));
        Assert.Equal(GatewayConfigKind.Object, tree.At("Routes", "z", "Cache").Kind);
        Assert.Equal(GatewayConfigKind.Array, tree.At("Routes", "z", "Use").Kind);
        Assert.Equal("1.50", tree.At("Routes", "z", "Order").Text);
        Assert.Equal("appsettings.json:2:59", tree.At("Routes", "z", "Order").Origin.ToString());
        Assert.Equal(_folder.Path, tree.At("Routes", "z", "Order").Origin.BaseFolder);
        Assert.Null(tree.At("Routes", "a").Find("Cache"));
    }

    [Fact]
    public void Load_FileAndOtherProviders_LayInTheirOrder()
    {
        _folder.Overwrite("a.json", """{ "Gateway": { "x": "file", "y": "file", "z": "file" } }""");
        var app = Build(builder => builder
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Gateway:x"] = "memory", ["Gateway:w"] = "memory" })
            .AddJsonFile("a.json")
            .AddConfiguration(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Gateway:y"] = "chained" }).Build())
            .AddCommandLine(["--Gateway:z=line"]));
        using var configuration = Configuration(app, app);

        var tree = configuration.LoadSound();

        Assert.Equal(["memory", "file", "chained", "line"], new[] { "w", "x", "y", "z" }.Select(key => tree.At(key).Text));
        Assert.Equal(
            ["MemoryConfigurationProvider", "a.json:1:16", "MemoryConfigurationProvider", "CommandLineConfigurationProvider"],
            new[] { "w", "x", "y", "z" }.Select(key => tree.At(key).Origin.ToString()));
    }

    [Fact]
    public void Load_EnvironmentVariable_ReplacesAListUnderTheSpellingOfTheFile()
    {
        var prefix = $"T{Guid.NewGuid():N}_";
        Environment.SetEnvironmentVariable($"{prefix}GATEWAY__ROUTES__ORDERS__MATCH__METHODS", "GET,POST");
        _folder.Overwrite("a.json", """{ "Gateway": { "Routes": { "orders": { "Match": { "Methods": ["PUT"], "Path": "/o" } } } } }""");
        var app = Build(builder => builder.AddJsonFile("a.json").AddEnvironmentVariables(prefix));
        using var configuration = Configuration(app, app);

        var methods = configuration.LoadSound().At("Routes", "orders", "Match").Members[0];

        Assert.Equal("Methods", methods.Key);
        Assert.Equal("Gateway:Routes:orders:Match:Methods", methods.Value.Path);
        Assert.True(methods.Value.IsTextOnly);
        Assert.Equal($"environment: {prefix}Gateway__ROUTES__ORDERS__MATCH__METHODS", methods.Value.Origin.ToString());
        Assert.True(GatewayValues.List(GatewayValues.String).TryRead(methods.Value, new(), out var list));
        Assert.Equal(["GET", "POST"], list);
    }

    [Fact]
    public void Load_TextBelowTheFileThatSpellsIt_IsOneKeyToo()
    {
        _folder.Overwrite("a.json", """{ "Gateway": { "Routes": { "orders": { "Timeout": "1s" } } } }""");
        var app = Build(builder => builder
            .AddInMemoryCollection(new Dictionary<string, string?> { ["GATEWAY:ROUTES:ORDERS:TIMEOUT"] = "2s", ["GATEWAY:ROUTES:ORDERS:Order"] = "1" })
            .AddJsonFile("a.json"));
        using var configuration = Configuration(app, app);

        var tree = configuration.LoadSound();

        var route = Assert.Single(tree.At("Routes").Members);
        Assert.Equal("orders", route.Key);
        Assert.Equal(["Timeout", "Order"], route.Value.Members.Select(member => member.Key).OrderByDescending(key => key));
        Assert.Equal("1s", route.Value.At("Timeout").Text);
    }

    [Fact]
    public void Load_NumberedNames_AreAListOrTheIdsOfAnObject()
    {
        _folder.Overwrite("a.json", """{ "Gateway": { "Upstreams": { "u": { "Destinations": { "0": "http://old", "b": "http://b" } } } } }""");
        var app = Build(builder => builder.AddJsonFile("a.json").AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Gateway:Upstreams:u:Destinations:0"] = "http://new",
            ["Gateway:Use:0"] = "p",
            ["Gateway:Use:1"] = "q",
            ["Gateway:Gap:1"] = "q",
            ["Gateway:Deep:0:Name"] = "n",
        }));
        using var configuration = Configuration(app, app);

        var tree = configuration.LoadSound();

        Assert.Equal(["http://new", "http://b"], tree.At("Upstreams", "u", "Destinations").Members.Select(member => member.Value.Text));
        Assert.Equal(["p", "q"], tree.At("Use").Items.Select(item => item.Text));
        Assert.Equal(GatewayConfigKind.Object, tree.At("Gap").Kind);
        Assert.Equal("Gateway:Deep:0:Name", tree.At("Deep").Items[0].At("Name").Path);
    }

    [Fact]
    public void Load_ReplaceAsText_TakesTheObjectWhole()
    {
        _folder.Overwrite("a.json", """{ "Gateway": { "Routes": { "a": { "Cache": "1m", "Forward": "x" } } } }""");
        var app = Build(builder => builder.AddJsonFile("a.json").AddInMemoryCollection(
            new Dictionary<string, string?> { ["Gateway:Routes:a:$replace"] = "true", ["Gateway:Routes:a:Respond"] = "closed" }));
        using var configuration = Configuration(app, app);

        Assert.Equal("Respond", Assert.Single(configuration.LoadSound().At("Routes", "a").Members).Key);
    }

    [Fact]
    public void Load_TextThatCanBeReadTwoWays_IsAnError()
    {
        var app = Build(builder => builder.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Gateway:Routes:a:Cache"] = "1m",
            ["Gateway:Routes:a:Cache:Ttl"] = "5m",
            ["Gateway:Routes:b:Auth"] = null,
            ["Gateway"] = "10.0.0.1",
        }));
        using var configuration = Configuration(app, app);

        configuration.Load();

        Assert.Equal(
            [
                "Gateway:Routes:a:Cache: is set as one value and as an object, by the same source; remove one [MemoryConfigurationProvider]",
                "Gateway:Routes:b:Auth: has no value: this source can't tell {} from null; give a value such as \"true\", or use a JSON file [MemoryConfigurationProvider]",
            ],
            configuration.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Load_ValueAtTheSectionItself_IsSomebodyElses()
    {
        var app = Build(builder => builder.AddInMemoryCollection(new Dictionary<string, string?> { ["Gateway"] = "10.0.0.1" }));
        using var configuration = Configuration(app, app);

        Assert.Empty(configuration.LoadSound().Members);
    }

    [Fact]
    public void Load_SectionOfTheApp_HasItsFilesReadAgain()
    {
        _folder.Overwrite("a.json", """{ "Edge": { "Inner": { "Cache": {} } }, "Gateway": { "not": "this" } }""");
        var app = Build(builder => builder.AddJsonFile("a.json"));
        using var configuration = Configuration(app.GetSection("edge:inner"), app);

        var tree = configuration.LoadSound();

        Assert.Equal(GatewayConfigKind.Object, tree.At("Cache").Kind);
        Assert.Equal("Gateway:Cache", tree.At("Cache").Path);
    }

    [Fact]
    public void Load_SectionOfAnotherConfiguration_IsReadAsText()
    {
        _folder.Overwrite("a.json", """{ "Edge": { "Routes": { "a": { "Use": ["p"], "Order": 5 } } } }""");
        var other = Build(builder => builder.AddJsonFile("a.json"));
        using var configuration = Configuration(other.GetSection("Edge"), Build(builder => builder));

        var tree = configuration.LoadSound();

        Assert.Equal("p", Assert.Single(tree.At("Routes", "a", "Use").Items).Text);
        Assert.True(tree.At("Routes", "a", "Order").IsTextOnly);
        Assert.Equal("configuration section Edge", tree.At("Routes", "a", "Order").Origin.Source);
    }

    [Fact]
    public void Load_FileOfTheAppBreaksOrVanishes_KeepsWhatItSaid()
    {
        _folder.Overwrite("a.json", """{ "Gateway": { "Routes": { "a": { "Auth": { "Issuer": "i" } } } } }""");
        _folder.Overwrite("b.json", """{ "Gateway": { "Routes": { "a": { "Forward": "x" } } } }""");
        var app = Build(builder => builder.AddJsonFile("a.json", optional: true).AddJsonFile("b.json"));
        using var configuration = Configuration(app, app);
        configuration.LoadSound();

        foreach (var content in (string?[])["{ \"Gateway\": {", null])
        {
            if (content is null)
                File.Delete(_folder.Of("a.json"));
            else
                _folder.Overwrite("a.json", content);
            _folder.Overwrite("b.json", """{ "Gateway": { "Routes": { "a": { "Forward": "y" } } } }""");

            var tree = configuration.Load();

            Assert.Equal(("i", "y"), (tree.At("Routes", "a", "Auth", "Issuer").Text, tree.At("Routes", "a", "Forward").Text));
            Assert.Equal("a.json", Assert.Single(configuration.Errors).Origin.Source);
        }
    }

    [Fact]
    public async Task Load_ProviderThatBecomesEmpty_KeepsWhatItSaid()
    {
        var provider = new Remote(new() { ["Gateway:Routes:a:Auth"] = "i", ["Other"] = "x" });
        var app = Build(builder => builder.Add(provider));
        using var configuration = Configuration(app, app);
        configuration.LoadSound();
        configuration.Watch();

        provider.Change([]);
        await configuration.ChangeAsync();
        Assert.Equal("i", configuration.Load().At("Routes", "a", "Auth").Text);
        Assert.Equal("Gateway: has become empty; the last good content stays in use [Remote]", Assert.Single(configuration.Errors).ToString());

        provider.Fails = true;
        Assert.Equal("i", configuration.Load().At("Routes", "a", "Auth").Text);
        Assert.Equal("Gateway: can't be read: out of order; the last good content stays in use [Remote]", Assert.Single(configuration.Errors).ToString());

        provider.Fails = false;
        provider.Change(new() { ["Other"] = "x" });
        await configuration.ChangeAsync();
        Assert.Empty(configuration.LoadSound().Members);
    }

    [Fact]
    public void Load_SourceAddedToAConfigurationManagerLater_IsSeen()
    {
        using var app = new ConfigurationManager();
        app.AddInMemoryCollection(new Dictionary<string, string?> { ["Gateway:a"] = "1" });
        using var configuration = Configuration(app.GetSection("Gateway"), app);
        configuration.LoadSound();

        app.AddInMemoryCollection(new Dictionary<string, string?> { ["Gateway:b"] = "2" });

        Assert.Equal(["a", "b"], configuration.LoadSound().Members.Select(member => member.Key));
    }

    [Fact]
    public async Task Changed_FileOfTheApp_FollowsReloadOnChange()
    {
        _folder.Overwrite("a.json", """{ "Gateway": { "a": 0 } }""");
        _folder.Overwrite("b.json", """{ "Gateway": { "b": 0 } }""");
        var app = Build(builder => builder.AddJsonFile("a.json", optional: false, reloadOnChange: true).AddJsonFile("b.json"));
        using var configuration = Configuration(app, app);
        configuration.LoadSound();
        configuration.Watch();

        _folder.Overwrite("b.json", """{ "Gateway": { "b": 1 } }""");
        for (var i = 0; i < 50; i++)
            configuration.Time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(0, configuration.Changes);

        _folder.Overwrite("a.json", """{ "Gateway": { "a": 1 } }""");
        await configuration.LoadedAsync(tree => tree.At("a").Text == "1");
    }

    private static TestConfiguration Configuration(IConfiguration section, IConfiguration app) => new(app, "/", new SectionSource(section, app));

    private IConfigurationRoot Build(Func<IConfigurationBuilder, IConfigurationBuilder> add) =>
        add(new ConfigurationBuilder().SetBasePath(_folder.Path)).Build();

    private sealed class Remote(Dictionary<string, string?> data) : ConfigurationProvider, IConfigurationSource
    {
        public bool Fails { get; set; }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override void Load() => Data = data;

        public override IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) =>
            Fails ? throw new InvalidOperationException("out of order") : base.GetChildKeys(earlierKeys, parentPath);

        public void Change(Dictionary<string, string?> next)
        {
            Data = next;
            OnReload();
        }
    }
}
