namespace Gateway.Toolkit;

internal static class ValueErrors
{
    /// <summary><c>is a list; expected a text</c>, and a hint if there is one.</summary>
    public static string WrongKind(GatewayConfigNode node, string expected, string? hint = null)
    {
        var found = node.Kind switch
        {
            GatewayConfigKind.Null => "is null",
            GatewayConfigKind.Boolean => $"is {node.Text}",
            GatewayConfigKind.Number => $"is the number {node.Text}",
            GatewayConfigKind.String => "is a text",
            GatewayConfigKind.Array => "is a list",
            GatewayConfigKind.Object => "is an object",
            _ => $"is an instance of {node.Value?.GetType().Name}",
        };
        return $"{found}; expected {expected}" + (hint is null ? "" : $" ({hint})");
    }

    /// <summary><c>"x" is not a whole number</c>.</summary>
    public static string NotA(GatewayConfigNode node, string expected) => $"\"{node.Text}\" is not {expected}";
}
