namespace Gateway.Toolkit.Routing.Tests.Matching;

public class AmbiguityTests
{
    [Theory]
    [InlineData("a /x | b /x")]
    [InlineData("a /x/{id} | b /X/{name}")]
    [InlineData("a /x/{id:int} | b /x/{name:int}")]
    [InlineData("a /x/{id:int:min(1)} | b /x/{name:min(1):int}")]
    [InlineData("a /x/{id?} | b /x/{name}")]
    [InlineData("a /x/{**rest} | b /x/{*rest}")]
    [InlineData("a | b /{**rest}")]
    [InlineData("a /{x}.{y} | b /{name}.{extension}")]
    [InlineData("a /x host=a.com,b.com | b /x host=b.com,c.com")]
    [InlineData("a GET,POST /x | b POST,PUT /x")]
    [InlineData("a /x h.X-A=1 q.v=1 | b /x h.x-a=1 q.v=1")]
    [InlineData("a /x order=3 | b /x order=3")]
    [InlineData("a /x body=text/csv | b /x body=text/csv,text/html")]
    public void Routes_SameMatchAndOrder_AreAnErrorThatNamesBoth(string routes) => Assert.Equal(
        "Gateway:Routes:b:Match: ambiguous routes: \"b\" and \"a\" have the same match and the same order; make one more specific, or set \"Order\" (lower wins)",
        Assert.Single(Tables.ErrorsOf(routes)));

    [Theory]
    [InlineData("a /x | b /y")]
    [InlineData("a /x/{id} | b /x/{id:int}")]
    [InlineData("a /x/{id:int} | b /x/{id:guid}")]
    [InlineData("a /x | b /x/{id?}")]
    [InlineData("a /{x}.json | b /{x}.xml")]
    [InlineData("a /x | b /x order=1")]
    [InlineData("a /x | b GET /x")]
    [InlineData("a GET /x | b POST /x")]
    [InlineData("a GET /x | b HEAD /x")]
    [InlineData("a /x | b /x host=a.com")]
    [InlineData("a /x host=a.com | b /x host=*.a.com")]
    [InlineData("a /x host=a.com | b /x host=a.com:80")]
    [InlineData("a /x h.X-A=1 | b /x h.X-A=2")]
    [InlineData("a /x h.X-A=1 | b /x h.X-B=1")]
    [InlineData("a /x body=text/csv | b /x body=text/html")]
    public void Routes_ThatSomethingTellsApart_AreFine(string routes) => Assert.Empty(Tables.ErrorsOf(routes));

    [Fact]
    public void Routes_OneOfThemChanged_TheChangedOneIsWrong()
    {
        var previous = Tables.Snapshot(Tables.Route("a", new() { Path = "/y" }), Tables.Route("b", new() { Path = "/x" }));
        var candidate = Tables.Snapshot(Tables.Route("a", new() { Path = "/x" }), Tables.Route("b", new() { Path = "/x" }));
        var errors = new GatewayErrors();

        Tables.Part.Build(candidate, previous, errors);

        Assert.Equal("Gateway:Routes:a:Match", Assert.Single(errors.Items).Path);
    }
}
