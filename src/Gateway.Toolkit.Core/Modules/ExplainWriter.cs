namespace Gateway.Toolkit;

/// <summary>Collects what a module has to say about its options, for <c>gateway explain</c>. Secrets never appear.</summary>
public sealed class ExplainWriter
{
    private readonly List<KeyValuePair<string, string>> _lines = [];

    /// <summary>What was written: a name and its text each.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Lines => _lines;

    /// <summary>Writes one line.</summary>
    public void Line(string name, string text) => _lines.Add(new(name, text));

    /// <summary>Writes options that differ from their defaults, one line each.</summary>
    public void Options(GatewayValue value, object options) => Node("", Redaction.Apply(value, options));

    private void Node(string name, GatewayConfigNode node)
    {
        switch (node.Kind)
        {
            case GatewayConfigKind.Object:
                foreach (var (key, member) in node.Members)
                    Node(name.Length == 0 ? key : $"{name}:{key}", member);
                break;
            case GatewayConfigKind.Array when node.Items.All(item => item.IsScalar):
                Line(name, string.Join(", ", node.Items.Select(item => item.Text)));
                break;
            case GatewayConfigKind.Array:
                for (var i = 0; i < node.Items.Count; i++)
                    Node($"{name}:{i}", node.Items[i]);
                break;
            case GatewayConfigKind.Code:
                Line(name, "set in code");
                break;
            default:
                Line(name, node.Text ?? "null");
                break;
        }
    }
}
