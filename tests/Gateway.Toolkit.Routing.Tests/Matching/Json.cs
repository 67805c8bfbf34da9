using System.Text;

namespace Gateway.Toolkit.Routing.Tests.Matching;

/// <summary>Options and routes written as the configuration has them.</summary>
internal static class Json
{
    /// <summary>Reads the value of a route's <c>Match</c>.</summary>
    public static MatchOptions? Match(string json, GatewayErrors errors) =>
        GatewayValues.Options<MatchOptions>().TryRead(Node($$"""{ "Routes": { "r": { "Match": {{json}} } } }""").Find("Routes")!.Find("r")!.Find("Match")!, errors, out var options)
            ? options
            : null;

    /// <summary>Everything that is wrong with a route's <c>Match</c>, in binding and in building the table.</summary>
    public static IReadOnlyList<string> ErrorsOf(string json)
    {
        var errors = new GatewayErrors();
        var node = Node($$"""{ "Routes": { "r": { "Match": {{json}} } } }""").Find("Routes")!.Find("r")!;
        var match = node.Find("Match")!;
        if (match.Kind == GatewayConfigKind.Null)
            Tables.Part.Build(Tables.Snapshot(new GatewayRoute("r", node, [], isLocal: false)), null, errors);
        else if (GatewayValues.Options<MatchOptions>().TryRead(match, errors, out var options))
            Tables.Part.Build(Tables.Snapshot(new GatewayRoute("r", node, [new(new MatchModule(), options, match, null)], isLocal: false)), null, errors);

        return [.. errors.Items.Select(error => $"{error.Path["Gateway:Routes:r:".Length..]}: {error.Message}")];
    }

    private static GatewayConfigNode Node(string json)
    {
        var errors = new GatewayErrors();
        var node = JsonConfigReader.Read(Encoding.UTF8.GetBytes(json), "test.json", null, null, errors);
        Assert.Empty(errors.Items);
        return node!;
    }
}
