namespace Gateway.Toolkit.Core.Tests.Configuration;

public class ConfigMergeTests
{
    public static TheoryData<string, string, string, string> Table()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var cells in DocsTable.Rows("configuration.md", "## How layers merge"))
            data.Add(cells[0], cells[1], cells[2], cells[3]);
        return data;
    }

    [Fact]
    public void Table_OfTheDocs_IsFound() => Assert.True(Table().Count > 20);

    [Theory]
    [MemberData(nameof(Table))]
    public void Merge_RowOfTheDocs_GivesItsResult(string what, string earlier, string later, string result)
    {
        var merged = Merge(earlier, later);

        Assert.True(Json.Node(result).Equals(merged), $"{what}: {new EffectiveConfigWriter(TestShape.Instance).Text(merged)}");
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Merge_RowOfTheDocs_KeepsEveryPath(string what, string earlier, string later, string result)
    {
        foreach (var (path, node) in Json.All(Merge(earlier, later)))
            Assert.True(path == node.Path, $"{what} {result}: {node.Path} stands at {path}");
    }

    [Fact]
    public void Merge_ObjectMadeAnewTwice_KeepsPathsAndOrigins()
    {
        var merged = Merge(
            Json.Node("""{ "Routes": { "a": { "Cache": { "Ttl": "1m", "Vary": ["x", "y"] } } } }""", "one.json"),
            Json.Node("""{ "Routes": { "a": { "Cache": { "Size": "1MB" } } } }""", "two.json"),
            Json.Node("""{ "Routes": { "a": { "Cache": { "Tag": "t" } } } }""", "three.json"));

        var cache = merged.At("Routes", "a", "Cache");
        Assert.Equal(["Ttl", "Vary", "Size", "Tag"], cache.Members.Select(member => member.Key));
        Assert.Equal(["one.json", "one.json", "two.json", "three.json"], cache.Members.Select(member => member.Value.Origin.Source));
        Assert.Equal("Gateway:Routes:a:Cache:Vary:1", cache.At("Vary").Items[1].Path);
        Assert.Equal("one.json", cache.Origin.Source);
        Assert.All(Json.All(merged), item => Assert.Equal(item.Path, item.Node.Path));
    }

    [Fact]
    public void Merge_ObjectMadeAnewOnlyByAnEarlierLayer_KeepsPaths()
    {
        var merged = Merge(
            """{ "Routes": { "a": { "Cache": { "Ttl": "1m" } } } }""",
            """{ "Routes": { "a": { "Cache": { "Size": "1MB" } } } }""",
            """{ "Routes": { "b": { "Forward": "x" } } }""");

        Assert.All(Json.All(merged), item => Assert.Equal(item.Path, item.Node.Path));
    }

    [Fact]
    public void Merge_SameLayerInTwoTrees_HasRightPathsInBoth()
    {
        var shared = Json.Node("""{ "Routes": { "a": { "Cache": { "Ttl": "1m" } } } }""");

        var first = Merge(shared, Json.Node("""{ "Routes": { "a": { "Use": "p" } } }"""));
        var second = Merge(shared, Json.Node("""{ "Routes": { "a": { "Cache": { "Size": "1MB" } } } }"""));

        Assert.Same(first.At("Routes", "a", "Cache"), shared.At("Routes", "a", "Cache"));
        Assert.All(Json.All(first).Concat(Json.All(second)), item => Assert.Equal(item.Path, item.Node.Path));
    }

    [Fact]
    public void Merge_NullInABodyThatIsTakenWhole_StaysAsWritten()
    {
        var merged = Merge(
            """{ "Routes": { "a": { "Respond": { "Json": { "old": 1 } } } } }""",
            """{ "Routes": { "a": { "Respond": { "Json": { "x": null, "y": { "z": null } } } } } }""");

        Assert.Equal(Json.Node("""{ "x": null, "y": { "z": null } }"""), merged.At("Routes", "a", "Respond", "Json"));
    }

    [Fact]
    public void Merge_ReplaceInAnObjectThatIsTakenWhole_IsNoKeyOfIt()
    {
        var merged = Merge("{}", """{ "Routes": { "a": { "Match": { "Headers": { "$replace": true, "X": "1" } } } } }""");

        Assert.Equal("X", Assert.Single(merged.At("Routes", "a", "Match", "Headers").Members).Key);
    }

    [Fact]
    public void Merge_ReplaceThatIsNoSwitch_IsAnErrorAndStaysVisible()
    {
        var errors = new GatewayErrors();
        var layer = Json.Node("""{ "Routes": { "$replace": "yes" } }""");

        var merged = ConfigMerge.Merge([(layer, false)], null, errors);

        Assert.Equal("Gateway:Routes:$replace line 1: is a text; expected true or false [test.json:1:15]", Assert.Single(errors.Items).ToString());
        Assert.NotNull(merged.At("Routes").Find("$replace"));
    }

    [Fact]
    public void Merge_CodeValue_IsTakenWhole()
    {
        var instance = new object();
        var code = GatewayConfigNode.Object([KeyValuePair.Create("Hook", GatewayConfigNode.FromCode(instance))]).AsRoot("Gateway");

        Assert.Same(instance, Merge(Json.Node("""{ "Hook": { "x": 1 } }"""), code).At("Hook").Value);
        Assert.Equal(GatewayConfigKind.Object, Merge(code, Json.Node("""{ "Hook": { "x": 1 } }""")).At("Hook").Kind);
    }

    [Fact]
    public void Merge_NoLayers_IsAnEmptyObject()
    {
        var merged = Merge(Array.Empty<GatewayConfigNode>());

        Assert.Equal(GatewayConfigKind.Object, merged.Kind);
        Assert.Equal("Gateway", merged.Path);
    }

    private static GatewayConfigNode Merge(params string[] layers) => Merge([.. layers.Select(layer => Json.Node(layer))]);

    private static GatewayConfigNode Merge(params GatewayConfigNode[] layers)
    {
        var errors = new GatewayErrors();
        var merged = ConfigMerge.Merge([.. layers.Select(layer => (layer, false))], TestShape.Instance, errors);
        Assert.Empty(errors.Items);
        return merged;
    }
}
