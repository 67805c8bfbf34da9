using System.Text.Json;

namespace Gateway.Toolkit.Core.Tests.Engine;

/// <summary>Reads problem responses.</summary>
internal static class Json
{
    public static async Task<JsonElement> OfAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public static async Task<string> TraceIdAsync(HttpResponseMessage response) => (await OfAsync(response)).GetProperty("traceId").GetString()!;
}
