namespace Gateway.Toolkit.Routing.Tests.Matching;

public class MediaTypeTests
{
    [Theory]
    [InlineData("application/json", "application/json", "r")]
    [InlineData("application/json", "Application/JSON;charset=utf-8", "r")]
    [InlineData("application/json", "text/plain", "415")]
    [InlineData("application/json", "application/problem+json", "415")]
    [InlineData("application/json", "", "415")]
    [InlineData("application/json", "json", "415")]
    [InlineData("application/*+json", "application/problem+json", "r")]
    [InlineData("application/*+json", "application/json", "415")]
    [InlineData("text/*", "text/csv", "r")]
    [InlineData("text/*", "image/png", "415")]
    [InlineData("*/*", "image/png", "r")]
    [InlineData("text/csv,application/json", "application/json", "r")]
    public void ContentType_OfABody_MustBeTaken(string taken, string given, string expected) =>
        Assert.Equal(expected, Tables.Of($"r body={taken}").Ask($"POST / body={given}"));

    [Fact]
    public void ContentType_WithoutABody_IsNotAsked() => Assert.Equal("r", Tables.Of("r body=application/json").Ask("GET /"));

    [Theory]
    [InlineData("text/html", null, "r")]
    [InlineData("text/html", "*/*", "r")]
    [InlineData("text/html", "text/*", "r")]
    [InlineData("text/html", "application/json, text/html;level=1;q=0.1", "r")]
    [InlineData("text/html", "application/json", "406")]
    [InlineData("text/html", "text/html;q=0", "406")]
    [InlineData("text/html", "text/html;q=0.000, */*", "406")]
    [InlineData("text/html", "text/*;q=0, text/html", "r")]
    [InlineData("text/html", "text/html, text/*;q=0", "r")]
    [InlineData("text/plain", "text/html, text/*;q=0", "406")]
    [InlineData("text/html", "garbage", "406")]
    [InlineData("text/html,application/json", "application/json", "r")]
    [InlineData("application/*+json", "application/problem+json", "r")]
    [InlineData("text/html", "", "r")]
    public void Accept_OfAClient_MustLeaveOne(string given, string? accept, string expected)
    {
        var context = RequestSketch.Parse("GET /");
        if (accept is not null)
            context.Request.Headers.Accept = accept;

        Assert.Equal(expected, RequestSketch.Describe(Tables.Of($"r accept={given}").Match(context)));
    }

    [Theory]
    [InlineData("a POST /x body=text/csv | b POST /x body=application/json", "POST /x body=application/json", "b")]
    [InlineData("a POST /x body=text/csv | b POST /x", "POST /x body=text/csv", "a")]
    [InlineData("a POST /x body=text/csv | b POST /x", "POST /x body=text/plain", "b")]
    [InlineData("a POST /x body=text/csv | b POST /x body=application/json", "POST /x body=text/plain", "415")]
    [InlineData("a POST /x body=text/csv | b /x/{**rest}", "POST /x body=text/plain", "415")]
    [InlineData("a /x accept=text/csv | b /x accept=text/html", "GET /x h.Accept=text/html", "b")]
    [InlineData("a POST /x body=text/csv accept=text/html", "POST /x body=text/plain h.Accept=image/png", "415")]
    [InlineData("a POST /x body=text/csv accept=text/html", "POST /x body=text/csv h.Accept=image/png", "406")]
    [InlineData("a POST /x body=text/csv", "GET /x body=text/plain", "405 POST")]
    public void MediaTypes_AmongRoutes_SelectOrRefuse(string routes, string request, string expected) =>
        Assert.Equal(expected, Tables.Of(routes).Ask(request));
}
