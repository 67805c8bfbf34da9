namespace Gateway.Toolkit.Routing;

/// <summary>Works out what a route matches, and says all that is wrong with it.</summary>
internal sealed class RouteCompiler(PathTemplateParser parser, GatewayErrors errors)
{
    /// <summary>Works out a route.</summary>
    /// <returns>Null if the route matches nothing, or after adding errors.</returns>
    public RouteEntry? Compile(GatewayRoute route)
    {
        if (route.Find("Match") is not { } match)
        {
            // "Match": false is a route that only parts of aggregates call; a Match that could not be read was reported.
            if (route.Node.Find("Match") is null or { Kind: GatewayConfigKind.Null })
                errors.Add(route.Node, "Match", "is missing; say which requests the route gets, such as \"Match\": \"/orders/{**rest}\", or false for none");
            return null;
        }

        var options = (MatchOptions)match.Options;
        var before = errors.Items.Count;
        CheckLists(options, match.Node);
        Conditions(options.Headers, match.Node.At("Headers"), isHeader: true);
        Conditions(options.Query, match.Node.At("Query"), isHeader: false);
        var hosts = Hosts(options.Hosts, match.Node);
        var template = parser.Parse(options.Path ?? "/{**path}", match.Node.At("Path"), errors);
        var order = route.Find("Order")?.Options is int given ? given : 0;
        return template is null || errors.Items.Count > before ? null : new(route, options, order, template, hosts);
    }

    private static GatewayConfigNode Place(GatewayConfigNode node, string key, int index) =>
        node.At(key) is { Items: { Count: > 0 } items } && index < items.Count ? items[index] : node.At(key);

    private void CheckLists(MatchOptions options, GatewayConfigNode node)
    {
        Each("Methods", options.Methods, StringComparer.OrdinalIgnoreCase, method => HttpText.IsToken(method)
            ? null
            : $"\"{method}\" is no method; expected a token such as \"GET\"");
        Each("ContentType", options.ContentType, StringComparer.OrdinalIgnoreCase, MediaTypeError);
        Each("Accept", options.Accept, StringComparer.OrdinalIgnoreCase, MediaTypeError);

        void Each(string key, GatewayList<string> values, StringComparer comparer, Func<string, string?> check)
        {
            if (values.Count == 0 && node.Find(key) is { Kind: not GatewayConfigKind.Null } empty)
                errors.Add(empty, "is empty; leave it out for no restriction");
            var known = new HashSet<string>(comparer);
            for (var i = 0; i < values.Count; i++)
            {
                if (check(values[i]) is { } error)
                    errors.Add(Place(node, key, i), error);
                else if (!known.Add(values[i]))
                    errors.Add(Place(node, key, i), $"\"{values[i]}\" is given twice");
            }
        }
    }

    private static string? MediaTypeError(string type) => MediaRange.TryParse(type, out _, out var parameters) && parameters.IsEmpty
        ? null
        : $"\"{type}\" is no media type; expected one such as \"application/json\", \"application/*+json\" or \"text/*\", without parameters";

    private List<HostPattern> Hosts(GatewayList<string> texts, GatewayConfigNode node)
    {
        if (texts.Count == 0 && node.Find("Hosts") is { Kind: not GatewayConfigKind.Null } empty)
            errors.Add(empty, "is empty; leave it out for every host");
        var hosts = new List<HostPattern>(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            if (HostPattern.Parse(texts[i], out var host) is { } error)
                errors.Add(Place(node, "Hosts", i), error);
            else if (hosts.Contains(host))
                errors.Add(Place(node, "Hosts", i), $"\"{texts[i]}\" is given twice");
            else
                hosts.Add(host);
        }

        return hosts.Count > 0 ? hosts : [HostPattern.Every];
    }

    private void Conditions(GatewayMap<MatchCondition> conditions, GatewayConfigNode node, bool isHeader)
    {
        foreach (var (name, condition) in conditions)
        {
            if (isHeader && !HttpText.IsToken(name))
                errors.Add(node.At(name), $"\"{name}\" is no name of a header field");
            Condition(condition, node.At(name));
        }
    }

    private void Condition(MatchCondition condition, GatewayConfigNode node)
    {
        if (condition.Exists == false && condition != new MatchCondition { Exists = false })
            errors.Add(node.At("Exists"), "is false: what is not there can't meet the other keys; leave them out, or use \"Not\"");
        foreach (var (key, texts) in (ReadOnlySpan<(string, GatewayList<GatewayText>)>)
            [("Prefix", condition.Prefix), ("Suffix", condition.Suffix), ("Contains", condition.Contains), ("Regex", condition.Regex)])
        {
            for (var i = 0; i < texts.Count; i++)
            {
                if (texts[i].Text.Length == 0)
                    errors.Add(Place(node, key, i), "is empty, which every value meets; use \"Exists\": true");
                else if (key == "Regex")
                    Expression(texts[i].Text, Place(node, key, i));
            }
        }

        if (condition.Not is not null)
            Condition(condition.Not, node.At("Not"));
        for (var i = 0; i < condition.All.Count; i++)
            Condition(condition.All[i], Place(node, "All", i));
    }

    private void Expression(string text, GatewayConfigNode place)
    {
        try
        {
            TextTest.Expression(text, ignoreCase: false);
        }
        catch (NotSupportedException)
        {
            errors.Add(place, $"\"{text}\" has look-around, back-references or atomic groups, which expressions without backtracking can't have");
        }
        catch (ArgumentException exception)
        {
            errors.Add(place, $"\"{text}\" is no regular expression: {exception.Message.TrimEnd('.')}");
        }
    }
}
