namespace Gateway.Toolkit;

internal sealed class MapValue<T>(GatewayValue<T> element) : GatewayValue<GatewayMap<T>>
{
    public override string Expected => $"an object of names, each {element.Expected}";

    public override GatewayValue Element => element;

    public override bool IsMap => true;

    public override IReadOnlyList<string> JsonTypes { get; } = ["object"];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out GatewayMap<T> value)
    {
        value = GatewayMap<T>.Empty;
        if (node.Kind != GatewayConfigKind.Object)
        {
            errors.Add(node, ValueErrors.WrongKind(node, Expected));
            return false;
        }

        var items = new List<KeyValuePair<string, T>>(node.Members.Count);
        var sound = true;
        foreach (var (name, member) in node.Members)
        {
            if (element.TryRead(member, errors, out var read))
                items.Add(new(name, read));
            else
                sound = false;
        }

        value = new(items);
        return sound;
    }

    public override GatewayConfigNode Write(GatewayMap<T> value) =>
        GatewayConfigNode.Object(value.Select(item => KeyValuePair.Create(item.Key, element.Write(item.Value))));

    public override bool SameIdentity(object? left, object? right) =>
        left is GatewayMap<T> x && right is GatewayMap<T> y
            ? x.Count == y.Count && x.Zip(y).All(pair => pair.First.Key == pair.Second.Key && element.SameIdentity(pair.First.Value, pair.Second.Value))
            : Equals(left, right);
}
