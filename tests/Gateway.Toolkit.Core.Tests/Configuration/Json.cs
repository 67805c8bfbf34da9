using System.Text;

namespace Gateway.Toolkit.Core.Tests.Configuration;

/// <summary>Nodes read from JSON, as files are.</summary>
internal static class Json
{
    public static GatewayConfigNode Node(string json, string source = "test.json")
    {
        var errors = new GatewayErrors();
        var node = Read(json, errors, source);
        Assert.Empty(errors.Items);
        return node!;
    }

    public static GatewayConfigNode? Read(string json, GatewayErrors errors, string source = "test.json", string? section = null) =>
        JsonConfigReader.Read(Encoding.UTF8.GetBytes(json), source, "/base", section, errors);

    /// <summary>Finds a node by a path below the root.</summary>
    public static GatewayConfigNode At(this GatewayConfigNode root, params string[] names) =>
        names.Aggregate(root, (node, name) => node.Find(name) ?? throw new KeyNotFoundException($"{node.Path} has no {name}"));

    /// <summary>Every node of a tree with the path at which it is found.</summary>
    public static IEnumerable<(string Path, GatewayConfigNode Node)> All(GatewayConfigNode node, string path = "Gateway") =>
        node.Members.SelectMany(member => All(member.Value, $"{path}:{member.Key}"))
            .Concat(node.Items.SelectMany((item, index) => All(item, $"{path}:{index}")))
            .Prepend((path, node));
}
