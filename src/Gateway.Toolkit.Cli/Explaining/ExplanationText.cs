using Gateway.Toolkit.Cli.Output;

namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>An explanation for people.</summary>
internal static class ExplanationText
{
    private const int MaxLosses = 20;

    public static void Write(Terminal terminal, Explanation explanation)
    {
        var request = explanation.Request;
        terminal.Out.WriteLine($"{request.Method} {request.Scheme}://{request.Host}{request.Path.ToUriComponent()}{request.QueryString}");
        Section(terminal, explanation.Route is { } route ? $"route {route.Id}" : "no route", Outcome(explanation));
        Section(terminal, explanation.Route is null ? "routes" : "other routes", Losses(explanation));
        if (explanation.Route is null)
            return;
        Section(terminal, "chain", Chain(explanation.Route));
        foreach (var sent in explanation.Sent)
            Section(terminal, $"sent to upstream {sent.Upstream}{(sent.Addresses.Count > 1 ? ", one of" : "")}", Sent(sent));
        if (explanation.Answer is { } answer)
            Section(terminal, "answered by the route itself", Answer(answer, explanation.AnswerBody));
    }

    private static void Section(Terminal terminal, string title, Table table)
    {
        if (table.Count == 0)
            return;
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(title);
        terminal.Write(table);
    }

    private static Table Outcome(Explanation explanation)
    {
        var table = new Table();
        if (explanation.Route is not { } route)
        {
            table.Add("answer", $"{explanation.Problem.StatusCode} {explanation.Problem.Code}");
            foreach (var (name, value) in explanation.Problem.Headers)
                table.Add(name, value.ToString());
            return table;
        }

        table.Add("match", RouteText.Match(route));
        foreach (var (name, value) in explanation.Match.Values ?? [])
            table.Add($"{{{name}}}", value?.ToString() ?? "");
        table.Add("written", route.Node.Origin.ToString());
        return table;
    }

    // Paths that do not fit are no near misses, unless nothing is nearer.
    private static Table Losses(Explanation explanation)
    {
        var table = new Table();
        var near = explanation.Losses.Where(loss => loss.FitsPath).ToList();
        if (near.Count == 0 && explanation.Route is null)
            near = [.. explanation.Losses];
        foreach (var loss in near.Take(MaxLosses))
            table.Add(loss.Route.Id, loss.Reason);
        if (near.Count > MaxLosses)
            table.Add($"{near.Count - MaxLosses} more that come near");
        if (explanation.Losses.Count > near.Count)
            table.Add($"{explanation.Losses.Count - near.Count} with other paths");
        return table;
    }

    private static Table Chain(GatewayRoute route)
    {
        var table = new Table();
        foreach (var link in route.Chain)
            table.Add(ChainText.Stage(link), link.Options.Module.Key, ChainText.From(link), RouteText.Options(link.Options));
        return table;
    }

    private static Table Sent(SentRequest sent)
    {
        var table = new Table();
        foreach (var (id, address) in sent.Addresses)
            table.Add(id, $"{sent.Method} {address}");
        foreach (var (name, value) in sent.Headers)
            table.Add($"{name}:", value);
        return table;
    }

    private static Table Answer(ExchangeResponse answer, string body)
    {
        var table = new Table();
        table.Add("status", answer.Problem is { } problem ? $"{problem.StatusCode} {problem.Code}" : $"{answer.StatusCode}");
        foreach (var (name, value) in answer.Headers)
            table.Add($"{name}:", value.ToString());
        if (body.Length > 0)
            table.Add("body", body);
        return table;
    }
}
