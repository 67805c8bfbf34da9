using System.Net;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing.Tests.Rewriting;

/// <summary>The module on exchanges made by hand.</summary>
public sealed class RewriteTests
{
    [Theory]
    [InlineData("/api/x?q=1", "/x?q=1")]
    [InlineData("/api", "/")]
    [InlineData("/api/", "/")]
    [InlineData("/api?q=1", "/?q=1")]
    [InlineData("/API/a%2Fb;v=1/%C3%A9?a=%2f&b=+", "/a%2Fb;v=1/%C3%A9?a=%2f&b=+")]
    [InlineData("/%61pi/x", "/x")]
    [InlineData("/apis/x", "/apis/x")]
    [InlineData("/x/api/y", "/x/api/y")]
    [InlineData("/api%2Fx", "/api%2Fx")]
    [InlineData("/api//evil.example/x", "/evil.example/x")]
    public async Task RemovePrefix_Target_LosesWholeSegments(string target, string expected) =>
        Assert.Equal(expected, (await RewriteAsync(new() { RemovePrefix = "/api" }, target)).Target);

    [Theory]
    [InlineData("/v1", "/x?q=1", "/v1/x?q=1")]
    [InlineData("/v1/", "/x", "/v1/x")]
    [InlineData("/v1", "/", "/v1/")]
    [InlineData("/t/{header:X-Tenant}", "/a%2Fb", "/t/a%2F..b/a%2Fb")]
    public async Task AddPrefix_Target_BeginsWithIt(string prefix, string target, string expected) =>
        Assert.Equal(expected, (await RewriteAsync(new() { AddPrefix = prefix }, target, ("X-Tenant", "a/..b"))).Target);

    [Theory]
    [InlineData("/v2/{id}", "/orders/7?q=1", "/v2/7?q=1")]
    [InlineData("/fixed", "/orders/7?q=%20", "/fixed?q=%20")]
    [InlineData("/by/{header:X-Tenant}", "/orders/7", "/by/a%2F..b")]
    public async Task Path_Target_IsReplacedButForItsQuery(string path, string target, string expected) =>
        Assert.Equal(expected, (await RewriteAsync(new() { Path = path }, target, ("X-Tenant", "a/..b"))).Target);

    [Theory]
    [InlineData("^/users/(\\d+)/(?<what>.*)$", "/${what}/of/$1", "/users/7/orders%2Fopen?q=1", "/orders%2Fopen/of/7?q=1")]
    [InlineData("^/users/", "/u/", "/other", "/other")]
    [InlineData("a", "$$", "/aba", "/$b$")]
    public async Task PathRegex_Target_IsReplacedWhereItMatches(string pattern, string replacement, string target, string expected) =>
        Assert.Equal(expected, (await RewriteAsync(new() { PathRegex = new() { Pattern = pattern, Replacement = replacement } }, target)).Target);

    [Fact]
    public async Task PathOptions_AllThree_ApplyInOrder() => Assert.Equal("/v1/sroedro", (await RewriteAsync(
        new() { RemovePrefix = "/api", PathRegex = new() { Pattern = "^/orders$", Replacement = "/sroedro" }, AddPrefix = "/v1" }, "/api/orders")).Target);

    [Theory]
    [InlineData("/{header:X-Tenant}/x", "..")]
    [InlineData("/users/{header:X-None}/x", "")]
    public async Task Path_ValueThatCannotStandThere_Is400(string path, string value)
    {
        var reached = false;
        var exchange = TestExchange.Of("/orders/7", headers: [("X-Tenant", value)]);
        await using var response = await Chain(new() { Path = path, Method = "PUT" }, () => reached = true).SendAsync(exchange);

        Assert.Equal(StatusCodes.Status400BadRequest, response.Problem!.StatusCode);
        Assert.False(reached);
        Assert.Equal(("GET", "/orders/7"), (exchange.Method, exchange.Target));
    }

    [Theory]
    [InlineData("/(.*)", "$1", "/x")]
    [InlineData("x", "", "/a/.x./b")]
    [InlineData("x", "", "/x/evil.example")]
    public async Task PathRegex_NoSoundPathLeft_Is400(string pattern, string replacement, string target)
    {
        await using var response = await Chain(new() { PathRegex = new() { Pattern = pattern, Replacement = replacement } }).SendAsync(TestExchange.Of(target));

        Assert.Equal(StatusCodes.Status400BadRequest, response.Problem!.StatusCode);
    }

    [Theory]
    [InlineData("/x", "/x?s=v+w&a=1")]
    [InlineData("/x?", "/x?s=v+w&a=1")]
    [InlineData("/x?keep=%2f+&&K=1;2&r=1&R=2&S=old&a=0&%72=3", "/x?keep=%2f+&&K=1;2&a=0&s=v+w&a=1")]
    public async Task Query_Edits_LeaveTheRestAsItCame(string target, string expected) => Assert.Equal(
        expected,
        (await RewriteAsync(new() { Query = new() { Remove = ["r"], Set = [new("s", "v+w")], Append = [new("a", "1")] } }, target)).Target);

    [Theory]
    [InlineData("a&b=c#d\r\n", "/x?id=a%26b%3Dc%23d%0D%0A")]
    [InlineData("", "/x?id=")]
    [InlineData(null, "/x")]
    public async Task Query_ValueOfTheRequest_StaysOneParameter(string? value, string expected) => Assert.Equal(
        expected,
        (await RewriteAsync(
            new() { Query = new() { Set = [new("id", "{header:X-Id}")] } }, "/x?ID=client", value is null ? null : ("X-Id", value))).Target);

    [Fact]
    public async Task Query_AllRemoved_LeavesNoQuestionMark() =>
        Assert.Equal("/x", (await RewriteAsync(new() { Query = new() { Remove = ["a"] } }, "/x?a=1&A=2")).Target);

    [Fact]
    public async Task RequestHeaders_Edits_ApplyToTheRequestAsItCame()
    {
        var exchange = await RewriteAsync(
            new()
            {
                RequestHeaders = new()
                {
                    Remove = ["X-Gone", "X-Absent"],
                    Set = [new("X-Fixed", "1"), new("X-Copy", "{header:X-Gone}"), new("X-User", "{claim:sub}"), new("X-Bad", "{header:X-Split}")],
                    Append = [new("X-List", "gateway"), new("X-List2", "{header:X-Absent}")],
                },
            },
            "/",
            ("X-Gone", "was here"), ("X-User", "spoofed"), ("X-Bad", "client"), ("X-Split", "a\r\nX-Evil: 1"), ("X-List", "client"), ("X-List2", "client"));

        Assert.Equal(
            ["X-Copy: was here", "X-Fixed: 1", "X-List2: client", "X-List: client|gateway", "X-Split: a\r\nX-Evil: 1"],
            exchange.Headers.Select(header => $"{header.Key}: {string.Join('|', header.Value.ToArray())}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task MethodAndHost_Values_AreThoseOfTheRequest()
    {
        var exchange = await RewriteAsync(new() { Method = "post", Host = "{header:X-Tenant}.internal:8080" }, "/", ("X-Tenant", "blue"));

        Assert.Equal(("POST", "blue.internal:8080"), (exchange.Method, exchange.UpstreamHost));
    }

    [Theory]
    [InlineData("evil.example/x")]
    [InlineData("")]
    public async Task Host_ValueThatIsNone_Is400(string value)
    {
        await using var response = await Chain(new() { Host = "{header:X-Tenant}.internal" }).SendAsync(TestExchange.Of(headers: [("X-Tenant", value)]));

        Assert.Equal((int)HttpStatusCode.BadRequest, response.Problem!.StatusCode);
    }

    [Fact]
    public async Task ResponseHeaders_OfOrigins_AreEditedWithValuesOfTheRequestAsItCame()
    {
        var options = new RewriteOptions
        {
            Path = "/elsewhere",
            RequestHeaders = new() { Remove = ["X-Id"] },
            ResponseHeaders = new()
            {
                Remove = ["Server"],
                Set = [new("X-Path", "{path}"), new("X-Id", "{header:X-Id}"), new("ETag", "{header:X-None}")],
                Append = [new("Vary", "Origin")],
            },
        };
        await using var response = await Chain(options).SendAsync(TestExchange.Of("/here", headers: [("X-Id", "7")]));

        Assert.Equal(
            ["Vary: Accept|Origin", "X-Id: 7", "X-Path: /here"],
            response.Headers.Select(header => $"{header.Key}: {string.Join('|', header.Value.ToArray())}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "1")]
    public async Task ResponseHeaders_OfProblems_AreEditedOnlyAlways(bool always, string? expected)
    {
        var chain = new RewriteChain(
            new() { ResponseHeaders = new() { Always = always, Set = [new("X-A", "1")], Append = [new("Allow", "GET")] } },
            RouteTemplates.Of(TestExchange.Route()),
            _ => ValueTask.FromResult(ExchangeResponse.Failed(GatewayProblem.NoDestination with { Headers = [new("allow", "PUT")] })));
        await using var response = await chain.SendAsync(TestExchange.Of());

        var fields = response.Problem!.Headers.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(expected, fields.GetValueOrDefault("X-A"));
        Assert.Equal(always ? "PUT,GET" : "PUT", fields["Allow"]);
        Assert.Equal("no-destination", response.Problem.Code);
    }

    [Fact]
    public void Reads_Options_NamesEveryValue()
    {
        var options = new RewriteOptions
        {
            Path = "/{query:a}",
            Host = "{header:b}",
            Query = new() { Set = [new("x", "{cookie:c}")], Append = [new("x", "{claim:d}")] },
            RequestHeaders = new() { Set = [new("x", "{client}")], Append = [new("x", "{route:e}")] },
            ResponseHeaders = new() { Set = [new("x", "{method}")], Append = [new("x", "{client}{path}")] },
        };

        Assert.Equal(
            "query:a header:b cookie:c claim:d client route:e method path",
            string.Join(' ', new RewriteModule().Reads(options)));
        Assert.Equal("client", Assert.Single(new RewriteModule().Reads(new RewriteOptions { AddPrefix = "/{client}" })).ToText());
    }

    [Fact]
    public void Explain_SecretsInHeaders_AreNotShown()
    {
        var writer = new ExplainWriter();
        ((IGatewayModule)new RewriteModule()).Explain(
            new RewriteOptions { RequestHeaders = new() { Set = [new("X-Api-Key", "k3y"), new("X-Plain", "shown"), new("Authorization", "{header:X-Auth}")] } },
            writer);

        Assert.Equal(
            ["RequestHeaders:Set:X-Api-Key = ***", "RequestHeaders:Set:X-Plain = shown", "RequestHeaders:Set:Authorization = {header:X-Auth}"],
            writer.Lines.Select(line => $"{line.Key} = {line.Value}"));
    }

    private static RewriteChain Chain(RewriteOptions options, Action? reached = null) => new(options, RouteTemplates.Of(TestExchange.Route()), exchange =>
    {
        reached?.Invoke();
        return ValueTask.FromResult(new ExchangeResponse(200) { Headers = { ["Server"] = "origin", ["ETag"] = "\"1\"", ["Vary"] = "Accept" } });
    });

    private static async Task<Exchange> RewriteAsync(RewriteOptions options, string target, params (string, string)?[] headers)
    {
        var exchange = TestExchange.Of(target, routeValues: new { id = "7" }, headers: [.. headers.OfType<(string, string)>()]);
        await using var response = await Chain(options).SendAsync(exchange);
        Assert.Null(response.Problem);
        return exchange;
    }
}
