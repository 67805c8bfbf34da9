namespace Gateway.Toolkit;

internal sealed class ListValue<T>(GatewayValue<T> element) : GatewayValue<GatewayList<T>>
{
    public override string Expected => $"a list, each {element.Expected}";

    public override GatewayValue Element => element;

    // Asked for late: the element's descriptor may be the one that this list is being made for.
    public override IReadOnlyList<string> JsonTypes =>
        [.. (element.Descriptor is null ? ["array", "string", .. element.JsonTypes] : element.JsonTypes.Prepend("array")).Distinct()];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out GatewayList<T> value)
    {
        value = [];
        var nodes = node switch
        {
            { Kind: GatewayConfigKind.Array } => node.Items,
            { IsScalar: true } when element.Descriptor is null && !element.IsFreeText => Split(node),
            { Kind: GatewayConfigKind.Null or GatewayConfigKind.Code } => null,
            _ => [node], // One element needs no brackets.
        };
        if (nodes is null)
        {
            errors.Add(node, ValueErrors.WrongKind(node, Expected));
            return false;
        }

        var items = new List<T>(nodes.Count);
        var sound = true;
        foreach (var item in nodes)
        {
            if (element.TryRead(item, errors, out var read))
                items.Add(read);
            else
                sound = false;
        }

        value = [.. items];
        return sound;
    }

    public override GatewayConfigNode Write(GatewayList<T> value) => GatewayConfigNode.Array(value.Select(element.Write));

    public override bool SameIdentity(object? left, object? right) =>
        left is GatewayList<T> x && right is GatewayList<T> y
            ? x.Count == y.Count && x.Zip(y).All(pair => element.SameIdentity(pair.First, pair.Second))
            : Equals(left, right);

    // "GET, POST": so that one environment variable can replace a list.
    private static GatewayConfigNode[] Split(GatewayConfigNode node)
    {
        var parts = node.Text!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1 && parts[0] == node.Text)
            return [node];
        var list = GatewayConfigNode.Array(parts.Select(part => GatewayConfigNode.String(part, node.Origin, textOnly: true, node.Reference)), node.Origin);
        list.AsRoot(node.Path);
        return [.. list.Items];
    }
}
