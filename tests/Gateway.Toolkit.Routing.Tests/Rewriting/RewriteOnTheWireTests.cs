using System.Net;

namespace Gateway.Toolkit.Routing.Tests.Rewriting;

public sealed class RewriteOnTheWireTests
{
    [Fact]
    public async Task RemovePrefix_Request_ReachesTheOriginWithoutIt()
    {
        await using var gateway = await TestGateway.StartAsync(
            """{ "Match": { "Path": "/api/{**rest}" }, "Rewrite": { "RemovePrefix": "/api" }, "Forward": "origin" }""");

        await gateway.Client.GetStringAsync("/api/x?q=1");
        await gateway.Client.GetStringAsync("/api/a%2Fb%20c?q=%2f");
        await gateway.Client.GetStringAsync("/api");

        Assert.Equal(["/x?q=1", "/a%2Fb%20c?q=%2f", "/"], gateway.Seen.Select(seen => seen.Target));
    }

    [Theory]
    [InlineData("/files/a%2Fb/c%20d;v=1/e", "/v2/a%2Fb/c%20d;v=1/e")]
    [InlineData("/files/a%252Fb", "/v2/a%252Fb")]
    [InlineData("/files/%C3%A9/~x", "/v2/%C3%A9/~x")]
    [InlineData("/files", "/v2/")]
    public async Task Path_CatchAll_GoesOnByteForByte(string target, string expected)
    {
        await using var gateway = await TestGateway.StartAsync(
            """{ "Match": "/files/{**rest}", "Rewrite": "/v2/{rest}", "Forward": "origin" }""");

        await gateway.Client.GetStringAsync(target);

        Assert.Equal(expected, Assert.Single(gateway.Seen).Target);
    }

    [Fact]
    public async Task Everything_Request_IsRewrittenBothWays()
    {
        await using var gateway = await TestGateway.StartAsync("""
            { "Match": "/orders/{id}",
              "Rewrite": { "Path": "/v2/orders/{id}", "Method": "POST", "Host": "orders.internal",
                           "Query": { "Set": { "id": "{id}" }, "Remove": "debug" },
                           "RequestHeaders": { "Set": { "X-Client": "{client}", "X-Id": "{id}" }, "Remove": [ "X-Secret" ] },
                           "ResponseHeaders": { "Set": { "X-Served": "{scheme} {protocol}" }, "Remove": "X-Origin, ETag" } },
              "Forward": "origin" }
            """);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders/7?debug=1&x=2") { Headers = { { "X-Secret", "1" }, { "X-Id", "client's" } } };
        using var response = await gateway.Client.SendAsync(request);

        var seen = Assert.Single(gateway.Seen);
        Assert.Equal(("POST", "/v2/orders/7?x=2&id=7"), (seen.Method, seen.Target));
        Assert.Equal(("orders.internal", "127.0.0.1", "7", null), (seen["Host"], seen["X-Client"], seen["X-Id"], seen["X-Secret"]));
        Assert.Equal("http HTTP/1.1", Assert.Single(response.Headers.GetValues("X-Served")));
        Assert.False(response.Headers.Contains("X-Origin") || response.Headers.Contains("ETag"));
    }

    // %0d%0a in a value that becomes a header, of the request and of the response.
    [Fact]
    public async Task Headers_ValueWithLineBreaks_SetsNoField()
    {
        await using var gateway = await TestGateway.StartAsync("""
            { "Match": "/{**rest}",
              "Rewrite": { "RequestHeaders": { "Set": { "X-Q": "{query:q}" } }, "ResponseHeaders": { "Set": { "X-Q": "{query:q}" } } },
              "Forward": "origin" }
            """);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x?q=a%0d%0aSet-Cookie:x=1") { Headers = { { "X-Q", "client's" } } };
        using var response = await gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("X-Q") || response.Headers.Contains("Set-Cookie"));
        var seen = Assert.Single(gateway.Seen);
        Assert.Null(seen["X-Q"]);
        Assert.Null(seen["Set-Cookie"]);
    }

    [Theory]
    [InlineData("/in/..%2fadmin")]
    [InlineData("/in/..%5cadmin")]
    public async Task Path_CapturedDots_ReachNobody(string target)
    {
        await using var gateway = await TestGateway.StartAsync("""{ "Match": "/in/{id}", "Rewrite": "/out/{id}", "Forward": "origin" }""");
        using var response = await gateway.Client.GetAsync(new Uri(gateway.Url + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(gateway.Seen);
    }

    [Theory]
    [InlineData("/in/a%3Fx=1", "/out/a%3Fx=1")]
    [InlineData("/in/a%23b", "/out/a%23b")]
    public async Task Path_CapturedMarks_StayInTheirSegment(string target, string expected)
    {
        await using var gateway = await TestGateway.StartAsync("""{ "Match": "/in/{id}", "Rewrite": "/out/{id}", "Forward": "origin" }""");
        await gateway.Client.GetStringAsync(target);

        Assert.Equal(expected, Assert.Single(gateway.Seen).Target);
    }

    [Theory]
    [InlineData("""{ "Path": "/v2/{idd}" }""", "Rewrite:Path: the route's path captures no \"idd\"; it captures {id}, {path}")]
    [InlineData("""{ "Path": "/v2/{path}" }""", "Rewrite:Path: {path} is a value of the request, but the route's path captures a \"path\" too; give that another name")]
    [InlineData("""{ "Path": "/v2?x=1" }""", "Rewrite:Path: \"/v2?x=1\": a path has no query and no fragment")]
    [InlineData("""{ "Path": "/a", "RemovePrefix": "/b" }""", "Rewrite:Path: replaces the whole path; it can't stand beside RemovePrefix, PathRegex or AddPrefix")]
    [InlineData("""{ "Path": "/a{" }""", "Rewrite:Path: \"{\" at column 3 is not closed; a brace in text is written \"{{\"")]
    [InlineData("""{ "RemovePrefix": "api" }""", "Rewrite:RemovePrefix: \"api\" is not the beginning of a path, such as \"/api\"")]
    [InlineData("""{ "AddPrefix": "v1" }""", "Rewrite:AddPrefix: \"v1\": a path begins with \"/\"")]
    [InlineData("""{ "PathRegex": { "Pattern": "(", "Replacement": "/" } }""", "Rewrite:PathRegex:Pattern: is not a regular expression")]
    [InlineData("""{ "PathRegex": { "Pattern": "(?=a)", "Replacement": "/" } }""", "Rewrite:PathRegex:Pattern: has a construct that can take exponential time")]
    [InlineData("""{ "PathRegex": { "Pattern": "(a)", "Replacement": "$2" } }""", "Rewrite:PathRegex:Replacement: the pattern has no group \"2\"; it has $0, $1")]
    [InlineData("""{ "PathRegex": { "Pattern": "(a)", "Replacement": "/x?a=$1" } }""", "Rewrite:PathRegex:Replacement: a path has no query")]
    [InlineData("""{ "PathRegex": { "Pattern": "a" } }""", "Rewrite:PathRegex:Replacement: is missing")]
    [InlineData("""{ "Method": "GET /" }""", "Rewrite:Method: \"GET /\" is not a method that requests can be sent with")]
    [InlineData("""{ "Method": "CONNECT" }""", "Rewrite:Method: \"CONNECT\" is not a method that requests can be sent with")]
    [InlineData("""{ "Host": "http://x" }""", "Rewrite:Host: \"http://x\": is not a host with or without a port")]
    [InlineData("""{ "Query": { "Set": { "a": "{part:x}" } } }""", "Rewrite:Query:Set:a: \"part:x\" has a value only inside Aggregate")]
    [InlineData("""{ "RequestHeaders": { "Set": { "Host": "x" } } }""", "Rewrite:RequestHeaders:Set:Host: is set with \"Host\" of \"Rewrite\" or \"Forward\"")]
    [InlineData("""{ "RequestHeaders": { "Append": { "Connection": "x" } } }""", "Rewrite:RequestHeaders:Append:Connection: \"Connection\" belongs to one connection")]
    [InlineData("""{ "RequestHeaders": { "Remove": [ "content-length" ] } }""", "Rewrite:RequestHeaders:Remove: \"content-length\" frames the message")]
    [InlineData("""{ "RequestHeaders": { "Set": { ":path": "x" } } }""", "Rewrite:RequestHeaders:Set::path: \":path\" is not the name of a field")]
    [InlineData("""{ "ResponseHeaders": { "Set": { "Transfer-Encoding": "x" } } }""", "Rewrite:ResponseHeaders:Set:Transfer-Encoding: \"Transfer-Encoding\" frames the message")]
    [InlineData("""{ "ResponseHeaders": { "Set": { "X": "caf\u00e9" } } }""", "Rewrite:ResponseHeaders:Set:X: \"caf\u00e9\": a field's value holds visible ASCII characters")]
    [InlineData("""{ "Paht": "/" }""", "Rewrite:Paht: unknown key; did you mean \"Path\"?")]
    public async Task Load_WrongOptions_NamesThePlaceAndTheWayOut(string options, string expected) => Assert.StartsWith(
        expected,
        Assert.Single(await TestGateway.ErrorsAsync($$"""{ "Match": "/orders/{id}/{**path}", "Rewrite": {{options}}, "Forward": "origin" }""")),
        StringComparison.Ordinal);
}
