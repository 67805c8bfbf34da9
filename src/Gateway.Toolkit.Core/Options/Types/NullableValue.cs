namespace Gateway.Toolkit;

internal sealed class NullableValue<T>(GatewayValue<T> value) : GatewayValue<T?>
    where T : struct
{
    public override string Expected => value.Expected;

    public override IReadOnlyList<string> Allowed => value.Allowed;

    public override IReadOnlyList<string> JsonTypes => value.JsonTypes;

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out T? result)
    {
        var sound = value.TryRead(node, errors, out var read);
        result = sound ? read : null;
        return sound;
    }

    public override GatewayConfigNode Write(T? result) => result is { } given ? value.Write(given) : GatewayConfigNode.Null();
}
