namespace Gateway.Toolkit;

internal sealed class CodeValue<T> : GatewayValue<T>
    where T : class
{
    public static CodeValue<T> Instance { get; } = new();

    public override string Expected => "a value that only code can give";

    public override IReadOnlyList<string> JsonTypes => [];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out T value)
    {
        value = (node.Value as T)!;
        if (value is not null)
            return true;
        errors.Add(node, $"can be set in code only, as {typeof(T).Name.Split('`')[0]}");
        return false;
    }

    public override GatewayConfigNode Write(T value) => GatewayConfigNode.FromCode(value);
}
