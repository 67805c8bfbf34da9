using CsCheck;
using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit.Routing.Tests.Matching;

public class RouteTableTests
{
    private static readonly Gen<string> _template =
        from segments in One("a", "b", "B", "1", "{p}", "{p:int}", "{p}.{q}", "{p}.b").List[0, 3]
        from end in One("", "", "", "{p?}", "{**p}", "{**p:minlength(2)}")
        select Template(end.Length > 0 ? [.. segments, end] : segments);

    private static readonly Gen<MatchOptions> _options =
        from path in _template
        from methods in One("GET", "POST", "HEAD").List[0, 2]
        from hosts in One("a.com", "*.a.com", "*.com", "b.a.com", "a.com:80", "*.com:81").List[0, 2]
        from headers in One("X-A", "X-B").List[0, 1]
        from query in One("v", "w").List[0, 1]
        from fallThrough in Gen.Int[0, 3]
        select new MatchOptions
        {
            Path = path,
            Methods = [.. methods.Distinct()],
            Hosts = [.. hosts.Distinct()],
            Headers = new(headers.Select(name => KeyValuePair.Create<string, MatchCondition>(name, new() { Exact = ["1"] }))),
            Query = new(query.Select(name => KeyValuePair.Create<string, MatchCondition>(name, new() { Exact = ["1"] }))),
            FallThrough = fallThrough == 0,
        };

    // Orders differ, so that no two routes are ambiguous.
    private static readonly Gen<RouteSketch[]> _routes =
        from options in _options.Array[1, 12]
        from orders in Gen.Shuffle(Enumerable.Range(0, options.Length).ToArray())
        select options.Select((option, index) => new RouteSketch($"r{index}", option, orders[index])).ToArray();

    private static readonly Gen<string> _request =
        from method in One("GET", "GET", "POST", "HEAD", "PUT")
        from segments in One("a", "A", "b", "1", "x.y", "a.b", "x.", "").List[0, 4]
        from slash in One("", "", "/")
        from query in One("", "?v=1", "?v=1&w=1", "?w=2")
        from host in One("a.com", "b.a.com", "c.b.a.com", "x.com:81", "localhost")
        from header in One("", "h.X-A=1", "h.X-A=1 h.X-B=1", "h.X-B=2")
        select $"{method} /{string.Join('/', segments)}{slash}{query} host={host} {header}";

    [Fact]
    public void Match_AnyRoutesAndRequest_AgreesWithTheSentence() => Gen.Select(_routes, _request.Array[1, 20]).Sample(
        (routes, requests) =>
        {
            var table = Tables.Of(routes);
            foreach (var request in requests)
                Assert.Equal(ReferenceMatcher.Ask(routes, RequestSketch.Parse(request)), Sorted(table.Ask(request)));
        },
        iter: 3_000);

    [Theory]
    [InlineData("/x/{a}/{b}", "/x/1/2", "a=1 b=2")]
    [InlineData("/x/{a}/{b?}", "/x/1", "a=1")]
    [InlineData("/x/{a}/{b=7}", "/x/1", "a=1 b=7")]
    [InlineData("/x/{**rest}", "/x/1/2/", "rest=1/2/")]
    [InlineData("/x/{**rest}", "/x//1", "rest=/1")]
    [InlineData("/x/{**rest}", "/x", "rest=")]
    [InlineData("/x/{**rest=all}", "/x", "rest=all")]
    [InlineData("/{a}", "/a%2Fb", "a=a%2Fb")]
    [InlineData("/{a}", "/é b", "a=é b")]
    [InlineData("/{name}.{ext}", "/a.tar.gz", "ext=gz name=a.tar")]
    [InlineData("/{name}.{ext?}", "/a", "name=a")]
    [InlineData("/{name}.{ext?}", "/a.b", "ext=b name=a")]
    [InlineData("/v{major}-{minor:int}", "/V1-2", "major=1 minor=2")]
    [InlineData("/{id:regex(^[a-c]{{2}}$)}", "/AB", "id=AB")]
    [InlineData("/{id:regex(^[a-c]{{2}}$)}", "/abc", null)]
    [InlineData("/{my-id}.x", "/1.x", "my-id=1")]
    [InlineData("/x", "/x", "")]
    public void Match_Path_GivesRouteValues(string template, string path, string? expected)
    {
        var context = RequestSketch.Parse("GET /");
        context.Request.Path = path;

        var match = Tables.Of($"r {template}").Match(context);

        Assert.Equal(expected, match.Entry is null ? null : Text(match.Values ?? []));
    }

    private static string Text(RouteValueDictionary values) =>
        string.Join(' ', values.Select(value => $"{value.Key}={value.Value}").Order(StringComparer.Ordinal));

    private static Gen<string> One(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Sorted(string answer) => answer.StartsWith("405 ", StringComparison.Ordinal)
        ? $"405 {string.Join(", ", answer[4..].Split(", ").Order())}"
        : answer;

    // Names must differ within a template.
    private static string Template(IEnumerable<string> segments) => "/" + string.Join('/', segments.Select((segment, index) =>
        segment.Replace("p", $"p{index}", StringComparison.Ordinal).Replace("q", $"q{index}", StringComparison.Ordinal)));
}
