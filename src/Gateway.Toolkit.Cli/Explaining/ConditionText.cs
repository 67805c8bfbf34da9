using Gateway.Toolkit.Routing;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>Conditions on header fields and query parameters in words.</summary>
internal static class ConditionText
{
    /// <summary>Says of each condition that a request does not meet what is and what must be.</summary>
    public static IEnumerable<string> Unmet(MatchOptions options, HttpRequest request)
    {
        foreach (var (name, condition) in options.Headers)
        {
            if (!new ConditionTest(new HeaderSource(name), condition).IsMet(request))
                yield return Text($"header {name}", condition, request.Headers.TryGetValue(name, out var values) ? values.ToString() : null);
        }

        foreach (var (name, condition) in options.Query)
        {
            if (!new ConditionTest(new QuerySource(name), condition).IsMet(request))
                yield return Text($"query {name}", condition, request.Query.TryGetValue(name, out var values) ? values.ToString() : null);
        }
    }

    /// <summary>What a condition asks: <c>be "1" or "2"</c>.</summary>
    public static string Of(MatchCondition condition)
    {
        var parts = new List<string>();
        Add("be", condition.Exact);
        Add("begin with", condition.Prefix);
        Add("end with", condition.Suffix);
        Add("contain", condition.Contains);
        Add("match", condition.Regex);
        if (condition.Not is { } not)
            parts.Add($"not {Of(not)}");
        parts.AddRange(condition.All.Select(Of));
        if (condition.Exists is { } exists)
            parts.Add(exists ? "be there" : "be absent");
        return parts.Count == 0 ? "be there" : string.Join(" and ", parts);

        void Add(string verb, GatewayList<GatewayText> texts)
        {
            if (texts.Count > 0)
                parts.Add($"{verb} {string.Join(" or ", texts.Select(text => $"\"{text.Text}\""))}");
        }
    }

    private static string Text(string name, MatchCondition condition, string? value) =>
        $"{name} must {Of(condition)}, and {(value is null ? "is absent" : $"is \"{value}\"")}";
}
