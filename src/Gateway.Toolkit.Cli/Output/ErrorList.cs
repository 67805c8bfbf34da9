using System.Text.Json;

namespace Gateway.Toolkit.Cli.Output;

/// <summary>Errors as every verb writes them: in the order of the files, those of one place as they were found.</summary>
internal static class ErrorList
{
    /// <summary>A line each, never wrapped, so that editors and <c>grep</c> find the place.</summary>
    public static void Write(Terminal terminal, IEnumerable<GatewayConfigError> errors)
    {
        foreach (var error in Sorted(errors))
            terminal.Error.WriteLine(error.IsWarning ? $"warning: {error}" : error.ToString());
    }

    public static void Write(Utf8JsonWriter json, IEnumerable<GatewayConfigError> errors)
    {
        json.WriteStartArray("errors");
        foreach (var error in Sorted(errors))
            Write(json, error);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, GatewayConfigError error)
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

    private static IEnumerable<GatewayConfigError> Sorted(IEnumerable<GatewayConfigError> errors) => errors
        .OrderBy(error => error.Origin.Source, StringComparer.Ordinal)
        .ThenBy(error => error.Origin.Line)
        .ThenBy(error => error.Origin.Column);
}
