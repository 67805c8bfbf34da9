using System.Globalization;

namespace Gateway.Toolkit;

/// <summary>
/// Fits a layer of text to the layers that know more: a name takes the spelling that another layer has for it, in whatever
/// case it was written, and numbered names are ids where another layer has an object, elements of a list elsewhere.
/// </summary>
internal static class TextKeys
{
    /// <summary>Copies the layer with the names that the others use.</summary>
    /// <param name="node">The layer, or a part of it.</param>
    /// <param name="others">The other layers, or what they have at the same place.</param>
    public static GatewayConfigNode Fit(GatewayConfigNode node, IReadOnlyList<GatewayConfigNode> others)
    {
        if (node.Kind == GatewayConfigKind.Array && !others.Any(other => other.Kind == GatewayConfigKind.Object))
            return GatewayConfigNode.Array(node.Items.Select(item => Fit(item, [])), node.Origin);
        if (node.IsScalar)
            return GatewayConfigNode.String(node.Text!, node.Origin, textOnly: true);
        var members = node.Kind == GatewayConfigKind.Array
            ? node.Items.Select((item, index) => KeyValuePair.Create(index.ToString(CultureInfo.InvariantCulture), item))
            : node.Members;
        return GatewayConfigNode.Object(members.Select(member => Fit(member.Key, member.Value, others)), node.Origin);
    }

    private static KeyValuePair<string, GatewayConfigNode> Fit(
        string name, GatewayConfigNode node, IReadOnlyList<GatewayConfigNode> others)
    {
        var matches = others.Select(other => other.Find(name)).OfType<GatewayConfigNode>().ToList();
        var match = matches.Find(match => match.Name == name) ?? matches.FirstOrDefault();
        return new(match?.Name ?? name, Fit(node, matches.FindAll(other => other.Name == match!.Name)));
    }
}
