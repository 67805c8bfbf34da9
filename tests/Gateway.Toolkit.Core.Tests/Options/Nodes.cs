namespace Gateway.Toolkit.Core.Tests.Options;

/// <summary>Short names for nodes in tests.</summary>
internal static class Nodes
{
    public static GatewayConfigNode Text(string text) => GatewayConfigNode.String(text);

    /// <summary>A text of a source that knows text only, such as an environment variable.</summary>
    public static GatewayConfigNode Variable(string text) => GatewayConfigNode.String(text, textOnly: true);

    public static GatewayConfigNode Number(string text) => GatewayConfigNode.Number(text);

    public static GatewayConfigNode Bool(bool value) => GatewayConfigNode.Boolean(value);

    public static GatewayConfigNode Null => GatewayConfigNode.Null();

    public static GatewayConfigNode List(params GatewayConfigNode[] items) => GatewayConfigNode.Array(items);

    public static GatewayConfigNode Object(params (string Name, GatewayConfigNode Value)[] members) =>
        GatewayConfigNode.Object(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
