namespace Gateway.Toolkit.Core.Tests.Engine;

public class ReloadTests
{
    [Fact]
    public async Task Reload_ModuleUnchangedBesideAChangedOne_KeepsItsState()
    {
        var toys = Toys();
        await using var gateway = await ToyGateway.StartAsync(Config(admit: "x", shape: "x"), toys.All);
        (await gateway.GetAsync("r")).Dispose();

        await gateway.ReloadAsync(Config(admit: "x", shape: "y"));
        (await gateway.GetAsync("r")).Dispose();

        Assert.Equal(2, Assert.Single(toys.Admit.States).Calls);
        Assert.Equal([1, 1], toys.Shape.States.Select(state => state.Calls));
    }

    [Fact]
    public async Task Reload_OnlyLooseOptionChanged_KeepsState()
    {
        var toys = Toys();
        await using var gateway = await ToyGateway.StartAsync(Config(admit: "x", shape: "x"), toys.All);

        await gateway.ReloadAsync(Config(admit: "x", shape: "x").Replace("\"Admit\": \"x\"", """ "Admit": { "Text": "x", "Loose": 5 } """, StringComparison.Ordinal));

        Assert.Single(toys.Admit.States);
    }

    [Fact]
    public async Task Reload_StateReplaced_IsDisposedAfterTheGraceAndNotBefore()
    {
        var toys = Toys();
        await using var gateway = await ToyGateway.StartAsync(Config(admit: "x", shape: "x"), toys.All);

        await gateway.ReloadAsync(Config(admit: "x", shape: "y"));

        Assert.False(toys.Shape.States[0].IsDisposed);
        gateway.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.True(toys.Shape.States[0].IsDisposed);
        Assert.False(toys.Shape.States[1].IsDisposed);
        Assert.False(toys.Admit.States[0].IsDisposed);
    }

    [Fact]
    public async Task Reload_UnchangedItems_AreTheSameObjects()
    {
        await using var gateway = await ToyGateway.StartAsync(Config(admit: "x", shape: "x"), Toys().All);
        var before = gateway.Engine.Snapshot;

        await gateway.ReloadAsync(Config(admit: "x", shape: "y"));

        var after = gateway.Engine.Snapshot;
        Assert.NotEqual(before.Hash, after.Hash);
        Assert.Same(before.Upstreams["u"], after.Upstreams["u"]);
        Assert.Same(before.Routes["other"], after.Routes["other"]);
        Assert.NotSame(before.Routes["r"], after.Routes["r"]);
        Assert.Same(after, after.Routes["other"].Snapshot);
    }

    [Fact]
    public async Task Reload_ItemInError_KeepsItsLastVersionAndTheRestGoesLive()
    {
        await using var gateway = await ToyGateway.StartAsync(Config(admit: "x", shape: "x"), Toys().All);

        var errors = await gateway.ReloadAsync(
            """
            { "Routes": { "r": { "Admit": "x", "Shape": "x", "Dispatch": "u", "Admitt": "x" }, "other": { "Dispatch": "u", "Shape": "new" } },
              "Upstreams": { "u": { "Destinations": { "a": "http://a" }, "Pick": true, "Transport": true } } }
            """);

        Assert.Equal("Gateway:Routes:r:Admitt: unknown key; did you mean \"Admit\"?", Assert.Single(errors).ToString());
        Assert.Equal("new", gateway.Engine.Snapshot.Routes["other"].Get<ToyOptions>() is null ? "" : Shape(gateway, "other"));
        Assert.Equal("x", Shape(gateway, "r"));
        Assert.Equal("Routes:r", Assert.Single(gateway.Engine.Held).ToString());
    }

    [Fact]
    public async Task Reload_RouteAndItsNewUpstreamInError_AreHeldTogether()
    {
        await using var gateway = await ToyGateway.StartAsync(Config(admit: "x", shape: "x"), Toys().All);

        await gateway.ReloadAsync(
            """
            { "Routes": { "r": { "Admit": "x", "Shape": "moved", "Dispatch": "v" }, "other": { "Dispatch": "u" } },
              "Upstreams": { "u": { "Destinations": { "a": "http://a" }, "Pick": true, "Transport": true }, "v": { "Destinations": { "a": "ftp://a" } } } }
            """);

        Assert.Equal("x", Shape(gateway, "r"));
        Assert.Equal(["Routes:r", "Upstreams:v"], gateway.Engine.Held.Select(item => item.ToString()).Order());
        Assert.False(gateway.Engine.Snapshot.Upstreams.ContainsKey("v"));
    }

    [Fact]
    public async Task Reload_UpstreamRemovedButStillNamed_StaysInUse()
    {
        await using var gateway = await ToyGateway.StartAsync(Config(admit: "x", shape: "x"), Toys().All);

        var errors = await gateway.ReloadAsync("""{ "Routes": { "r": { "Admit": "x", "Shape": "x", "Dispatch": "u" }, "other": { "Dispatch": "u" } } }""");

        Assert.All(errors, error => Assert.Contains("\"u\" is no upstream", error.Message, StringComparison.Ordinal));
        Assert.True(gateway.Engine.Snapshot.Upstreams.ContainsKey("u"));
    }

    [Fact]
    public async Task Reload_AllOrNothing_WithAnyErrorChangesNothing()
    {
        await using var gateway = await ToyGateway.StartAsync(Config(admit: "x", shape: "x"), Toys().All);
        var before = gateway.Engine.Snapshot;

        await gateway.ReloadAsync(Config(admit: "x", shape: "y").Replace("\"other\"", "\"bad\": {}, \"other\"", StringComparison.Ordinal).Insert(1, """ "Reload": { "Apply": "AllOrNothing" }, """));

        Assert.Same(before, gateway.Engine.Snapshot);
    }

    [Fact]
    public async Task Reload_SameErrorAgain_IsLoggedOnce()
    {
        await using var gateway = await ToyGateway.StartAsync(Config(admit: "x", shape: "x"), Toys().All);
        var bad = Config(admit: "x", shape: "x").Replace("\"Shape\"", "\"Shap\"", StringComparison.Ordinal);

        await gateway.ReloadAsync(bad);
        await gateway.ReloadAsync(bad);

        Assert.Single(gateway.Log.Lines, line => line.Contains("did you mean \"Shape\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reload_Applied_LogsOneLineWithHashesAndItems()
    {
        await using var gateway = await ToyGateway.StartAsync(Config(admit: "x", shape: "x"), Toys().All);
        var before = gateway.Engine.Snapshot.Hash;

        await gateway.ReloadAsync(Config(admit: "x", shape: "y"));

        Assert.Contains(
            $"Information: Configuration {before} → {gateway.Engine.Snapshot.Hash}: added none; changed Routes:r; removed none; held back none",
            gateway.Log.Lines);
    }

    private static string Shape(ToyGateway gateway, string route) =>
        ((ToyOptions)gateway.Engine.Snapshot.Routes[route].Find("Shape")!.Options).Text;

    private static string Config(string admit, string shape) =>
        $$"""
        { "Routes": { "r": { "Admit": "{{admit}}", "Shape": "{{shape}}", "Dispatch": "u" }, "other": { "Dispatch": "u" } },
          "Upstreams": { "u": { "Destinations": { "a": "http://a" }, "Pick": true, "Transport": true } } }
        """;

    private static (ToyModule Admit, ToyModule Shape, IReadOnlyList<IGatewayModule> All) Toys()
    {
        var admit = new ToyModule("Admit", ModuleLevels.Route, Stage.Admit);
        var shape = new ToyModule("Shape", ModuleLevels.Route, Stage.Shape);
        return (admit, shape,
        [
            admit,
            shape,
            new CheckedDispatcher(),
            new ToyModule("Pick", ModuleLevels.Upstream, Stage.Pick),
            new ToyModule("Transport", ModuleLevels.Upstream, Stage.Transport),
        ]);
    }

    private sealed class CheckedDispatcher() : ToyModule("Dispatch", ModuleLevels.Route, Stage.Dispatch)
    {
        protected override void Validate(ToyOptions options, ModuleContext context, GatewayErrors errors) =>
            context.RequireUpstream(options.Text, context.Node, errors);
    }
}
