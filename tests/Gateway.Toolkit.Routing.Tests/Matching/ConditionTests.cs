using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing.Tests.Matching;

public class ConditionTests
{
    [Theory]
    [InlineData("\"1\"", "1", true)]
    [InlineData("\"1\"", "2", false)]
    [InlineData("\"1\"", null, false)]
    [InlineData("\"a\"", "A", false)]
    [InlineData("""{ "Exact": "a", "IgnoreCase": true }""", "A", true)]
    [InlineData("[\"a\", \"b\"]", "b", true)]
    [InlineData("[\"a\", \"b\"]", "c", false)]
    [InlineData("\"b\"", "a, b ,c", true)]
    [InlineData("\"b\"", "a|b", true)]
    [InlineData("\"b\"", "\"a, b\"", false)]
    [InlineData("\"a, b\"", "a, b", true)]
    [InlineData("\"\"", "", true)]
    [InlineData("""{ "Prefix": ["eu-", "us-"] }""", "us-1", true)]
    [InlineData("""{ "Prefix": "b" }""", "a, b1", true)]
    [InlineData("""{ "Prefix": "eu-" }""", "xeu-", false)]
    [InlineData("""{ "Suffix": "-test" }""", "eu-test", true)]
    [InlineData("""{ "Suffix": "-test" }""", "eu-test, us", true)]
    [InlineData("""{ "Suffix": "-test" }""", "eu-tests", false)]
    [InlineData("""{ "Contains": "ell" }""", "hello", true)]
    [InlineData("""{ "Contains": "ELL" }""", "hello", false)]
    [InlineData("""{ "Contains": "ELL", "IgnoreCase": true }""", "hello", true)]
    [InlineData("""{ "Regex": "^v[0-9]{1,2}$" }""", "v12", true)]
    [InlineData("""{ "Regex": "^v[0-9]{1,2}$" }""", "v1, x", true)]
    [InlineData("""{ "Regex": "^v[0-9]{1,2}$" }""", "V1", false)]
    [InlineData("""{ "Regex": "^v[0-9]{1,2}$", "IgnoreCase": true }""", "V1", true)]
    [InlineData("""{ "Prefix": "a", "Suffix": "z" }""", "a-z", true)]
    [InlineData("""{ "Prefix": "a", "Suffix": "z" }""", "a|z", false)]
    [InlineData("true", "anything", true)]
    [InlineData("true", "", true)]
    [InlineData("true", null, false)]
    [InlineData("{}", "x", true)]
    [InlineData("false", null, true)]
    [InlineData("false", "", false)]
    [InlineData("""{ "Not": "a" }""", "b", true)]
    [InlineData("""{ "Not": "a" }""", null, true)]
    [InlineData("""{ "Not": "a" }""", "b, a", false)]
    [InlineData("""{ "Exists": true, "Not": "a" }""", null, false)]
    [InlineData("""{ "Exists": true, "Not": "a" }""", "b", true)]
    [InlineData("""{ "Prefix": "eu-", "Not": "eu-test" }""", "eu-1", true)]
    [InlineData("""{ "Prefix": "eu-", "Not": "eu-test" }""", "eu-test", false)]
    [InlineData("""{ "Not": { "Not": "a" } }""", "a", true)]
    [InlineData("""{ "IgnoreCase": true, "Not": "a" }""", "A", false)]
    [InlineData("""{ "All": ["a", "b"] }""", "a, b", true)]
    [InlineData("""{ "All": ["a", "b"] }""", "a|b", true)]
    [InlineData("""{ "All": ["a", "b"] }""", "a", false)]
    [InlineData("""{ "All": [{ "Contains": "a" }, { "Not": "abc" }] }""", "ab", true)]
    public void Header_Condition_HoldsOrNot(string condition, string? value, bool expected)
    {
        var context = RequestSketch.Parse("GET /");
        if (value is not null)
            context.Request.Headers["x-a"] = value.Split('|');

        Assert.Equal(expected, IsMet($$"""{ "Headers": { "X-A": {{condition}} } }""", context));
    }

    [Theory]
    [InlineData("\"1\"", "?v=1", true)]
    [InlineData("\"1\"", "?V=1", true)]
    [InlineData("\"1\"", "?w=1", false)]
    [InlineData("\"1\"", "?v=2&v=1", true)]
    [InlineData("\"a b\"", "?v=a%20b", true)]
    [InlineData("\"a b\"", "?v=a+b", true)]
    [InlineData("\"a,b\"", "?v=a,b", true)]
    [InlineData("\"a\"", "?v=a,b", false)]
    [InlineData("true", "?v", true)]
    [InlineData("true", "", false)]
    [InlineData("false", "?w=1", true)]
    [InlineData("""{ "Not": "user" }""", "?v=user&v=admin", false)]
    public void Query_Condition_HoldsOrNot(string condition, string query, bool expected) =>
        Assert.Equal(expected, IsMet($$"""{ "Query": { "v": {{condition}} } }""", RequestSketch.Parse($"GET /{query}")));

    [Fact]
    public void Cookie_Condition_SeesEachCookie()
    {
        var context = RequestSketch.Parse("GET /");
        context.Request.Headers.Cookie = "a=1; beta=on";

        Assert.True(IsMet("""{ "Headers": { "Cookie": "beta=on" } }""", context));
        Assert.False(IsMet("""{ "Headers": { "Cookie": "beta" } }""", context));
    }

    [Fact]
    public void Regex_HostileExpressionAndValue_IsLinear()
    {
        var context = RequestSketch.Parse("GET /");
        context.Request.Headers["X-A"] = new string('a', 50_000) + "!";

        Assert.False(IsMet("""{ "Headers": { "X-A": { "Regex": "^(a+)+$" } } }""", context));
    }

    private static bool IsMet(string match, HttpContext context)
    {
        var errors = new GatewayErrors();
        var options = Json.Match(match, errors);
        Assert.Empty(errors.Items);
        return Tables.Of([new("r", options!, 0)]).Match(context).Outcome == MatchOutcome.Matched;
    }
}
