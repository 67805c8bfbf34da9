using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Toolkit.Routing.Tests.Matching;

/// <summary>The precedence sentence, case by case: routes, a request, and what it gets.</summary>
public class PrecedenceTests
{
    public static TheoryData<string, string, string> Paths { get; } = new()
    {
        // A segment's kind: literal, mixed, constrained parameter, parameter, catch-all.
        { "a /x/{id} | b /x/new", "GET /x/new", "b" },
        { "a /x/{id} | b /x/new", "GET /x/7", "a" },
        { "a /x/{id} | b /x/{id:int}", "GET /x/7", "b" },
        { "a /x/{id} | b /x/{id:int}", "GET /x/seven", "a" },
        { "a /x/{**rest} | b /x/{id}", "GET /x/7", "b" },
        { "a /x/{**rest} | b /x/{id}", "GET /x/7/8", "a" },
        { "a /x/{**rest} | b /x/{**rest:minlength(3)}", "GET /x/abc", "b" },
        { "a /x/{**rest} | b /x/{**rest:minlength(3)}", "GET /x/ab", "a" },
        { "a /x/{id:alpha} | b /x/{name}.json", "GET /x/a.json", "b" },
        { "a /x/{name}.json | b /x/a.json", "GET /x/a.json", "b" },
        { "a /x/{id} | b /x/{name}.json", "GET /x/a.xml", "a" },
        { "a /{**rest} | b /x", "GET /x", "b" },
        { "a /{**rest} | b /x", "GET /y", "a" },
        { "a | b /x", "GET /x", "b" },
        { "a | b /x", "GET /", "a" },
        { "a / | b /{**rest}", "GET /", "a" },
        { "a / | b /{**rest}", "GET /x", "b" },

        // Segment by segment, from the left.
        { "a /x/{id} | b /{name}/y", "GET /x/y", "a" },
        { "a /{a}/y/z | b /x/{**rest}", "GET /x/y/z", "b" },
        { "a /x/{a}/{b} | b /x/y/{**rest}", "GET /x/y/z", "b" },
        { "a /{a:int}/x | b /{a}/{b}", "GET /1/x", "a" },

        // Back to the nearest path that fits, when a more specific beginning leads nowhere.
        { "a /x/y/z | b /x/{id}", "GET /x/y", "b" },
        { "a /x/y/z | b /{a}/y/w", "GET /x/y/w", "b" },
        { "a /x/y/{id:int} | b /x/{name}/{id}", "GET /x/y/z", "b" },
        { "a /x/y | b /{**rest}", "GET /x/y/z", "b" },
        { "a /x/{id:int}/z | b /{**rest}", "GET /x/y/z", "b" },

        // Of equal kinds, the path that says more.
        { "a /x/{id:int} | b /x/{id:int:min(5)}", "GET /x/7", "b" },
        { "a /x/{id:int} | b /x/{id:int:min(5)}", "GET /x/4", "a" },
        { "a /x/{name}.gz | b /x/{name}.tar.gz", "GET /x/a.tar.gz", "b" },
        { "a /x/{name}.gz | b /x/{name}.tar.gz", "GET /x/a.gz", "a" },

        // Segments that may be missing.
        { "a /x/{id?} | b /x", "GET /x", "b" },
        { "a /x/{id?} | b /x", "GET /x/1", "a" },
        { "a /x/{**rest} | b /x/{id?}", "GET /x", "b" },
        { "a /x/{id?} | b /x/{**rest}", "GET /x/1/2", "b" },
        { "a /x/{id=7} | b /x/{id:int?}", "GET /x", "b" },
        { "a /{a=1}/{b=2}", "GET /", "a" },
        { "a /x/{a?}/{b?} | b /x/{a?}", "GET /x", "b" },

        // Case, slashes, encodings.
        { "a /Orders/New", "GET /orders/NEW", "a" },
        { "a /x", "GET /x/", "a" },
        { "a /x/", "GET /x", "a" },
        { "a /x/{id}", "GET /x/", "-" },
        { "a /x/{id}", "GET /x//", "-" },
        { "a /admin | b /{**rest}", "GET //admin", "b" },
        { "a /x/y", "GET /x//y", "-" },
        { "a /x/{**rest}", "GET /x//y", "a" },
        { "a /x/{id}", "GET /x/a%2Fb", "a" },
        { "a /ａｄｍｉｎ", "GET /admin", "-" },
        { "a /x", "GET /xy", "-" },
        { "a /x", "GET /", "-" },
    };

    public static TheoryData<string, string, string> BeyondPaths { get; } = new()
    {
        // Path before host, host before method, method before conditions, conditions before order.
        { "a /x/{id} host=a.com | b /x/7", "GET /x/7 host=a.com", "b" },
        { "a /x | b /x host=a.com", "GET /x host=a.com", "b" },
        { "a /x | b /x host=a.com", "GET /x host=b.com", "a" },
        { "a /x/7 host=a.com | b /x/{id}", "GET /x/7 host=b.com", "b" },
        { "a GET /x host=*.com | b /x host=a.com", "GET /x host=a.com", "b" },
        { "a GET /x host=a.com | b POST /x host=a.com | c /x", "PUT /x host=a.com", "c" },
        { "a /x | b GET /x", "GET /x", "b" },
        { "a /x | b GET /x", "POST /x", "a" },
        { "a /x h.X-A=1 | b GET /x", "GET /x h.X-A=1", "b" },
        { "a /x | b /x h.X-A=1", "GET /x h.X-A=1", "b" },
        { "a /x | b /x h.X-A=1", "GET /x h.X-A=2", "a" },
        { "a /x | b /x h.X-A=1", "GET /x", "a" },
        { "a /x h.X-A=1 | b /x h.X-A=1 q.v=2", "GET /x?v=2 h.X-A=1", "b" },
        { "a /x h.X-A=1 | b /x h.X-A=1 q.v=2", "GET /x?v=3 h.X-A=1", "a" },
        { "a /x order=-5 | b /x q.v=1", "GET /x?v=1", "b" },
        { "a /x q.v=1 order=1 | b /x q.w=1", "GET /x?v=1&w=1", "b" },
        { "a /x q.v=1 | b /x q.w=1 order=-1", "GET /x?v=1&w=1", "b" },
        { "a /x q.v=1 | b /x q.w=1", "GET /x?v=1&w=1", "a" },
        { "a /x order=2 | b /x order=1", "GET /x", "b" },

        // The most specific path decides: 405 and no route rather than the route behind it.
        { "a GET /x", "POST /x", "405 GET, HEAD" },
        { "a GET /x | b POST,PUT /x", "DELETE /x", "405 GET, HEAD, POST, PUT" },
        { "a GET /x/admin | b /x/{**rest}", "POST /x/admin", "405 GET, HEAD" },
        { "a POST /x/{id:int} | b GET /x/{id}", "GET /x/7", "405 POST" },
        { "a POST /x/{id:int} | b GET /x/{id}", "GET /x/y", "b" },
        { "a /x/admin h.X-Key=1 | b /x/{**rest}", "GET /x/admin", "-" },
        { "a GET /x h.X-A=1 | b POST /x", "GET /x", "-" },
        { "a GET /x h.X-A=1 | b POST /x", "PUT /x", "405 GET, HEAD, POST" },
        { "a GET /x host=a.com | b POST /x", "GET /x host=b.com", "405 POST" },
        { "a GET /x host=a.com", "POST /x host=b.com", "-" },

        // FallThrough: only if all routes of the path and host say so.
        { "a GET /x/admin fall | b /x/{**rest}", "POST /x/admin", "b" },
        { "a GET /x/admin fall | b POST /x/admin | c /x/{**rest}", "PUT /x/admin", "405 GET, HEAD, POST" },
        { "a GET /x/admin fall | b POST /x/{**rest}", "PUT /x/admin", "405 GET, HEAD, POST" },
        { "a GET /x/admin fall", "POST /x/admin", "405 GET, HEAD" },
        { "a /x/admin h.X-Key=1 fall | b /x/{**rest}", "GET /x/admin", "b" },
        { "a /x/admin body=application/json fall | b POST /x/{**rest}", "PUT /x/admin body=text/plain", "415" },
        { "a GET /x/admin fall | b GET /x/{**rest}", "GET /x/admin", "a" },

        // HEAD goes where GET does; a route of its own comes first.
        { "a GET /x", "HEAD /x", "a" },
        { "a GET /x | b HEAD /x", "HEAD /x", "b" },
        { "a GET /x | b /x", "HEAD /x", "a" },
        { "a GET /x | b HEAD /x h.X-A=1", "HEAD /x", "a" },
        { "a POST /x", "HEAD /x", "405 POST" },
        { "a HEAD /x", "GET /x", "405 HEAD" },
        { "a get /x", "GET /x", "a" },
        { "a REPORT /x", "REPORT /x", "a" },
        { "a GET /x", "OPTIONS /x", "405 GET, HEAD" },
        { "a GET /x", "CONNECT /x", "405 GET, HEAD" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Path_MoreSpecific_Wins(string routes, string request, string expected) =>
        Assert.Equal(expected, Tables.Of(routes).Ask(request));

    [Theory]
    [MemberData(nameof(BeyondPaths))]
    public void Route_HostMethodConditionsOrder_DecideInThisOrder(string routes, string request, string expected) =>
        Assert.Equal(expected, Tables.Of(routes).Ask(request));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Path_WrittenInReverse_MakesNoDifference(string routes, string request, string expected) =>
        Assert.Equal(expected, Tables.Of(string.Join('|', routes.Split('|').Reverse())).Ask(request));

    [Fact]
    public void WebSocket_OfHttp2_GoesWhereGetDoes()
    {
        var context = RequestSketch.Parse("CONNECT /x");
        context.Features.Set<IHttpExtendedConnectFeature>(new ExtendedConnect());

        Assert.Equal("a", RequestSketch.Describe(Tables.Of("a GET /x | b POST /x").Match(context)));
    }

    [Fact]
    public void Request_WithoutPath_MatchesNothing()
    {
        var context = RequestSketch.Parse("OPTIONS / host=a.com");
        context.Request.Path = "";

        Assert.Equal(MatchOutcome.NoRoute, Tables.Of("a").Match(context).Outcome);

        context.Request.PathBase = "/base";
        Assert.Equal(MatchOutcome.Matched, Tables.Of("a").Match(context).Outcome);
    }

    private sealed class ExtendedConnect : IHttpExtendedConnectFeature
    {
        public bool IsExtendedConnect => true;

        public string? Protocol => "websocket";

        public ValueTask<Stream> AcceptAsync() => throw new NotSupportedException();
    }
}
