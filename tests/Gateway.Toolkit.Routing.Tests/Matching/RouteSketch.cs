namespace Gateway.Toolkit.Routing.Tests.Matching;

/// <summary>
/// A route in one line: <c>id GET,POST /path host=a.com,b.com h.X-Beta=1 q.v=2 body=application/json accept=text/html order=1 fall</c>.
/// Everything but the id may be missing.
/// </summary>
internal sealed record RouteSketch(string Id, MatchOptions Options, int Order)
{
    public static IReadOnlyList<RouteSketch> ParseAll(string routes) =>
        [.. routes.Split('|', StringSplitOptions.TrimEntries).Select(Parse)];

    private static RouteSketch Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var sketch = new RouteSketch(words[0], new(), 0);
        foreach (var word in words[1..])
            sketch = sketch.With(word);
        return sketch;
    }

    private RouteSketch With(string word)
    {
        if (word.StartsWith('/'))
            return this with { Options = Options with { Path = word } };
        if (word == "fall")
            return this with { Options = Options with { FallThrough = true } };
        var (key, value) = word.IndexOf('=', StringComparison.Ordinal) is var at && at < 0 ? ("methods", word) : (word[..at], word[(at + 1)..]);
        GatewayList<string> list = [.. value.Split(',')];
        return key switch
        {
            "methods" => this with { Options = Options with { Methods = list } },
            "host" => this with { Options = Options with { Hosts = list } },
            "body" => this with { Options = Options with { ContentType = list } },
            "accept" => this with { Options = Options with { Accept = list } },
            "order" => this with { Order = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
            _ when key.StartsWith("h.", StringComparison.Ordinal) =>
                this with { Options = Options with { Headers = new([.. Options.Headers, new(key[2..], new() { Exact = [value] })]) } },
            _ => this with { Options = Options with { Query = new([.. Options.Query, new(key[2..], new() { Exact = [value] })]) } },
        };
    }
}
