namespace Gateway.Toolkit;

internal sealed class EnumValue<T> : GatewayValue<T>
    where T : struct, Enum
{
    private static readonly string[] _names = Enum.GetNames<T>();

    public static EnumValue<T> Instance { get; } = new();

    public override string Expected { get; } = "one of " + string.Join(", ", _names);

    public override IReadOnlyList<string> Allowed => _names;

    public override IReadOnlyList<string> JsonTypes { get; } = ["string"];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out T value)
    {
        value = default;
        if (node.Kind != GatewayConfigKind.String)
        {
            errors.Add(node, ValueErrors.WrongKind(node, Expected));
            return false;
        }

        // Numbers and flag lists, which the framework would take, are no names.
        if (_names.Contains(node.Text, StringComparer.OrdinalIgnoreCase) && Enum.TryParse(node.Text, ignoreCase: true, out value))
            return true;
        errors.Add(node, $"\"{node.Text}\" is not known{NameSuggestions.Hint(node.Text!, _names)}");
        return false;
    }

    public override GatewayConfigNode Write(T value) => GatewayConfigNode.String(value.ToString());
}
