using System.Text.Json;

namespace Gateway.Toolkit.Cli.Output;

/// <summary>Errors as JSON, the same in every verb.</summary>
internal static class ErrorJson
{
    public static void Write(Utf8JsonWriter json, GatewayConfigError error)
    {
        json.WriteStartObject();
        json.WriteString("path", error.Path);
        json.WriteString("message", error.Message);
        json.WriteBoolean("warning", error.IsWarning);
        json.WriteString("source", error.Origin.Source);
        if (error.Origin.Line > 0)
        {
            json.WriteNumber("line", error.Origin.Line);
            json.WriteNumber("column", error.Origin.Column);
        }

        json.WriteEndObject();
    }
}
