namespace Gateway.Toolkit.Core.Tests.Options;

/// <summary>Reads values as the configuration does, at the path <c>K</c>.</summary>
internal static class Reading
{
    public static T Read<T>(this GatewayValue<T> value, GatewayConfigNode node)
    {
        var errors = new GatewayErrors();
        Assert.True(value.TryRead(node.AsRoot("K"), errors, out var read), string.Join(Environment.NewLine, errors.Items));
        Assert.Empty(errors.Items);
        return read;
    }

    public static T Read<T>(this GatewayValue<T> value, string text) => value.Read(GatewayConfigNode.String(text));

    /// <summary>The errors, each as <c>K:Path: message</c>.</summary>
    public static string[] Errors<T>(this GatewayValue<T> value, GatewayConfigNode node)
    {
        var errors = new GatewayErrors();
        Assert.False(value.TryRead(node.AsRoot("K"), errors, out _));
        Assert.True(errors.HasErrors);
        return [.. errors.Items.Select(error => $"{error.Path}: {error.Message}")];
    }

    public static string Error<T>(this GatewayValue<T> value, GatewayConfigNode node) => Assert.Single(value.Errors(node))["K: ".Length..];

    public static string Error<T>(this GatewayValue<T> value, string text) => value.Error(GatewayConfigNode.String(text));
}
