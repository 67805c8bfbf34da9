namespace Gateway.Toolkit.Routing.Tests.Matching;

public class PreflightTests
{
    [Theory]
    [InlineData("a GET /x | b PUT /x", "h.Access-Control-Request-Method=PUT", "b")]
    [InlineData("a GET /x | b PUT /x", "h.Access-Control-Request-Method=DELETE", "405 GET, HEAD, PUT")]
    [InlineData("a PUT /x h.X-A=1", "h.Access-Control-Request-Method=PUT h.Access-Control-Request-Headers=content-type,+x-a", "a")]
    [InlineData("a PUT /x h.X-A=1", "h.Access-Control-Request-Method=PUT h.Access-Control-Request-Headers=content-type", "-")]
    [InlineData("a PUT /x h.X-A=1 | b PUT /x", "h.Access-Control-Request-Method=PUT", "b")]
    [InlineData("a PUT /x q.v=1", "h.Access-Control-Request-Method=PUT h.Access-Control-Request-Headers=v", "-")]
    [InlineData("a PUT /x body=application/json accept=text/html", "h.Access-Control-Request-Method=PUT h.Accept=image/png", "a")]
    public void Preflight_MatchesTheRouteOfTheRequestItAsksAbout(string routes, string headers, string expected) => Assert.Equal(
        expected,
        RequestSketch.Describe(Tables.Of(routes).MatchPreflight(RequestSketch.Parse($"OPTIONS /x h.Origin=https://a.com {headers}"))));
}
