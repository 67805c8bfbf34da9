using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing.Tests.Matching;

/// <summary>
/// A request in one line: <c>GET /path?query host=a.com h.X-Beta=1 body=application/json</c>. In values <c>+</c> is a space.
/// </summary>
internal static class RequestSketch
{
    public static HttpContext Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var context = new DefaultHttpContext();
        context.Request.Method = words[0];
        context.Request.Scheme = "http";
        context.Request.Host = new("localhost");
        var query = words[1].IndexOf('?', StringComparison.Ordinal) is var at && at < 0 ? words[1].Length : at;
        context.Request.Path = words[1][..query];
        context.Request.QueryString = new(words[1][query..]);
        foreach (var word in words[2..])
            Apply(context.Request, word[..word.IndexOf('=', StringComparison.Ordinal)], word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        return context;
    }

    private static void Apply(HttpRequest request, string key, string value)
    {
        if (key == "host")
            request.Host = new(value);
        else if (key == "body")
            (request.ContentLength, request.ContentType) = (1, value.Length == 0 ? null : value);
        else
            request.Headers.Append(key[2..], value.Replace('+', ' '));
    }

    /// <summary>What a table does with a request: the route's id, <c>405 GET, HEAD</c>, <c>415</c>, <c>406</c> or <c>-</c>.</summary>
    public static string Ask(this RouteTable table, string request) => Describe(table.Match(Parse(request)));

    public static string Describe(in RouteMatch match) => match.Outcome switch
    {
        MatchOutcome.Matched => match.Entry!.Route.Id,
        MatchOutcome.MethodNotAllowed => $"405 {string.Join(", ", match.Allow!)}",
        MatchOutcome.UnsupportedMediaType => "415",
        MatchOutcome.NotAcceptable => "406",
        _ => "-",
    };
}
