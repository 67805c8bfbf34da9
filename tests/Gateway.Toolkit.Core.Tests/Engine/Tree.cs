using System.Text.Json;

namespace Gateway.Toolkit.Core.Tests.Engine;

/// <summary>Trees for tests, written as JSON.</summary>
internal static class Tree
{
    public static GatewayConfigNode Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement).AsRoot("Gateway");
    }

    private static GatewayConfigNode Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => GatewayConfigNode.Object(
            element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Of(member.Value)))),
        JsonValueKind.Array => GatewayConfigNode.Array(element.EnumerateArray().Select(Of)),
        JsonValueKind.String => GatewayConfigNode.String(element.GetString()!),
        JsonValueKind.Number => GatewayConfigNode.Number(element.GetRawText()),
        JsonValueKind.Null => GatewayConfigNode.Null(),
        _ => GatewayConfigNode.Boolean(element.GetBoolean()),
    };
}
