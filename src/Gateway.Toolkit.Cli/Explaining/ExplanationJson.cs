using System.Text.Json;

namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>An explanation for machines.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter json, Explanation explanation)
    {
        var request = explanation.Request;
        json.WriteStartObject();
        json.WriteString("method", request.Method);
        json.WriteString("url", $"{request.Scheme}://{request.Host}{request.Path.ToUriComponent()}{request.QueryString}");
        json.WriteString("route", explanation.Route?.Id);
        if (explanation.Route is null)
            WriteProblem(json, explanation.Problem);
        else
            WriteRoute(json, explanation, explanation.Route);
        json.WriteStartArray("others");
        foreach (var loss in explanation.Losses)
        {
            json.WriteStartObject();
            json.WriteString("route", loss.Route.Id);
            json.WriteString("reason", loss.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter json, GatewayProblem problem)
    {
        json.WriteStartObject("answer");
        json.WriteNumber("status", problem.StatusCode);
        json.WriteString("code", problem.Code);
        WriteMap(json, "headers", problem.Headers.Select(header => KeyValuePair.Create(header.Key, (string?)header.Value.ToString())));
        json.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter json, Explanation explanation, GatewayRoute route)
    {
        WriteMap(json, "values", explanation.Match.Values?.Select(value => KeyValuePair.Create(value.Key, value.Value?.ToString())) ?? []);
        json.WriteStartArray("chain");
        foreach (var link in route.Chain)
            Write(json, link);
        json.WriteEndArray();
        json.WriteStartArray("sent");
        foreach (var sent in explanation.Sent)
            Write(json, sent);
        json.WriteEndArray();
        if (explanation.Answer is not { } answer)
            return;
        json.WriteStartObject("answer");
        json.WriteNumber("status", answer.StatusCode);
        if (answer.Problem is { } problem)
            json.WriteString("code", problem.Code);
        WriteMap(json, "headers", answer.Headers.Select(header => KeyValuePair.Create(header.Key, (string?)header.Value.ToString())));
        json.WriteString("body", explanation.AnswerBody);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ChainLink link)
    {
        var explained = new ExplainWriter();
        link.Options.Module.Explain(link.Options.Options, explained);
        json.WriteStartObject();
        json.WriteString("stage", ChainText.Stage(link));
        json.WriteString("module", link.Options.Module.Key);
        json.WriteString("from", ChainText.From(link));
        WriteMap(json, "options", explained.Lines.Select(line => KeyValuePair.Create(line.Key, (string?)line.Value)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SentRequest sent)
    {
        json.WriteStartObject();
        json.WriteString("upstream", sent.Upstream);
        json.WriteString("method", sent.Method);
        WriteMap(json, "destinations", sent.Addresses.Select(address => KeyValuePair.Create(address.Key, (string?)address.Value)));
        WriteMap(json, "headers", sent.Headers.Select(header => KeyValuePair.Create(header.Key, (string?)header.Value)));
        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string?>> members)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in members)
            json.WriteString(key, value);
        json.WriteEndObject();
    }
}
