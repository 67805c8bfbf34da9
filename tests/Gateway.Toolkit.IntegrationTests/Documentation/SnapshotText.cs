using System.Text;

namespace Gateway.Toolkit.IntegrationTests.Documentation;

/// <summary>Everything that a snapshot's items are set to, as text: equal for configurations that mean the same.</summary>
internal static class SnapshotText
{
    public static string Of(GatewaySnapshot snapshot)
    {
        var text = new StringBuilder();
        Add(text, snapshot);
        foreach (var route in snapshot.Routes.Values.OrderBy(route => route.Id, StringComparer.Ordinal))
            Add(text, route);
        foreach (var upstream in snapshot.Upstreams.Values.OrderBy(upstream => upstream.Id, StringComparer.Ordinal))
        {
            Add(text, upstream);
            foreach (var destination in upstream.Destinations)
            {
                Add(text, destination);
                text.AppendLine(destination.Address.OriginalString);
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, GatewayItem item)
    {
        text.AppendLine(item.ToString());
        foreach (var module in item.Modules)
            text.Append("  ").Append(module.Module.Key).Append(" from ").Append(module.From).Append(": ").AppendLine(Text(module.Module.Value.WriteObject(module.Options)));
    }

    private static string Text(GatewayConfigNode node) => node.Kind switch
    {
        GatewayConfigKind.Object => "{ " + string.Join(", ", node.Members.Select(member => $"{member.Key} = {Text(member.Value)}")) + " }",
        GatewayConfigKind.Array => "[" + string.Join(", ", node.Items.Select(Text)) + "]",
        _ => node.Text ?? node.Value?.ToString() ?? "null",
    };
}
