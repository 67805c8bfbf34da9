using System.Net;
using System.Text.Json.Nodes;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Routing.Tests.Responding;

public sealed class RespondTests
{
    [Theory]
    [InlineData("""{ "Status": 200, "Body": "hello", "ContentType": "text/plain" }""", 200, "hello", "text/plain")]
    [InlineData("\"ok\"", 200, "ok", "text/plain; charset=utf-8")]
    [InlineData("""{ "Status": 503, "Body": "caf\u00e9 {x}", "ContentType": "text/html; charset=utf-8" }""", 503, "caf\u00e9 {x}", "text/html; charset=utf-8")]
    [InlineData("""{ "Json": { "b": [1.50, true, null, "\u00e9<"], "a": {} } }""", 200, "{\"b\":[1.50,true,null,\"\u00e9<\"],\"a\":{}}", "application/json")]
    [InlineData("""{ "Json": "text", "Status": 201, "ContentType": "application/hal+json" }""", 201, "\"text\"", "application/hal+json")]
    [InlineData("""{ "Json": [], "Headers": { "X": "1" } }""", 200, "[]", "application/json")]
    [InlineData("""{ "Status": 404 }""", 404, "", null)]
    [InlineData("true", 200, "", null)]
    public async Task Respond_Get_AnswersAsWritten(string respond, int status, string body, string? contentType)
    {
        await using var gateway = await TestGateway.StartAsync($$"""{ "Match": "/hi", "Respond": {{respond}} }""");
        using var response = await gateway.Client.GetAsync("/hi");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(body), response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Respond_Head_GivesTheLengthAndNoBody()
    {
        await using var gateway = await TestGateway.StartAsync("""{ "Match": { "Path": "/hi", "Methods": ["GET"] }, "Respond": "hello" }""");
        using var request = new HttpRequestMessage(HttpMethod.Head, "/hi");
        using var response = await gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(5, response.Content.Headers.ContentLength);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(304)]
    public async Task Respond_StatusWithoutBody_HasNoLength(int status)
    {
        await using var gateway = await TestGateway.StartAsync($$"""{ "Match": "/hi", "Respond": { "Status": {{status}} } }""");
        using var response = await gateway.Client.GetAsync("/hi");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Headers_Templates_TakeValuesOfEachRequest()
    {
        await using var gateway = await TestGateway.StartAsync(
            """{ "Match": "/hi/{id}", "Respond": { "Body": "x", "Headers": { "X-Id": "{id}", "X-Q": "{query:q}", "X-Fixed": "1" } } }""");
        using var first = await gateway.Client.GetAsync("/hi/1?q=a%0d%0aSet-Cookie:b=1");
        using var second = await gateway.Client.GetAsync("/hi/2?q=3");

        Assert.Equal(("1", "1"), (first.Headers.GetValues("X-Id").Single(), first.Headers.GetValues("X-Fixed").Single()));
        Assert.False(first.Headers.Contains("X-Q") || first.Headers.Contains("Set-Cookie"));
        Assert.Equal(("2", "3"), (second.Headers.GetValues("X-Id").Single(), second.Headers.GetValues("X-Q").Single()));
    }

    [Theory]
    [InlineData("page.html", 10, "text/html")]
    [InlineData("page.unknownending", 10, "application/octet-stream")]
    [InlineData("large.txt", 300_000, "text/plain")]
    public async Task File_Get_ServesItUntilItChanges(string name, int length, string contentType)
    {
        var text = new string('a', length);
        await using var gateway = await TestGateway.StartAsync($$"""{ "Match": "/f", "Respond": { "File": "{{name}}" } }""", (name, text));
        using var response = await gateway.Client.GetAsync("/f");
        using var head = await gateway.Client.SendAsync(new(HttpMethod.Head, "/f"));

        Assert.Equal(text, await response.Content.ReadAsStringAsync());
        Assert.Equal((contentType, (long?)length), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentLength));
        Assert.Equal((0, (long?)length), ((await head.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength));
        gateway.Write(name, "changed");
        Assert.Equal("changed", await gateway.Client.GetStringAsync("/f"));
    }

    [Fact]
    public async Task File_GoneSinceTheLoad_Is500WithoutItsPath()
    {
        await using var gateway = await TestGateway.StartAsync("""{ "Match": "/f", "Respond": { "File": "page.html" } }""", ("page.html", "x"));
        gateway.Delete("page.html");
        using var response = await gateway.Client.GetAsync("/f");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("page.html", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rewrite_AroundRespond_EditsItsHeaders()
    {
        await using var gateway = await TestGateway.StartAsync(
            """{ "Match": "/hi", "Rewrite": { "ResponseHeaders": { "Set": { "X-A": "1" }, "Remove": "X-B" } }, "Respond": { "Body": "hi", "Headers": { "X-B": "2" } } }""");
        using var response = await gateway.Client.GetAsync("/hi");

        Assert.Equal("1", response.Headers.GetValues("X-A").Single());
        Assert.False(response.Headers.Contains("X-B"));
        Assert.Equal("hi", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Code_Extensions_AnswerAsTheirJson()
    {
        await using var app = await WebApp.StartAsync(
            builder => builder.Services.AddGatewayCore(gateway => gateway
                .Route("text", route => route.Match("/text").Respond("ok"))
                .Route("json", route => route.Match("/json").Respond(new JsonObject { ["n"] = 1.5, ["s"] = "x", ["l"] = new JsonArray(true, null) }, 202)))
                .AddRouting(),
            app => app.MapGateway());
        using var json = await app.Client.GetAsync("/json");

        Assert.Equal("ok", await app.Client.GetStringAsync("/text"));
        Assert.Equal(HttpStatusCode.Accepted, json.StatusCode);
        Assert.Equal("""{"n":1.5,"s":"x","l":[true,null]}""", await json.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{ "Body": "a", "Json": 1 }""", "Respond:Json: is a second body beside \"Body\"")]
    [InlineData("""{ "Status": 204, "Body": "a" }""", "Respond:Body: a response with the status 204 has no body")]
    [InlineData("""{ "Status": 99 }""", "Respond:Status: \"99\" is out of range; allowed: from 200 to 599")]
    [InlineData("""{ "File": "nowhere.html" }""", "Respond:File: there is no file \"")]
    [InlineData("""{ "ContentType": "a\nb" }""", "Respond:ContentType: \"a\nb\" is not a media type such as \"text/html\"")]
    [InlineData("""{ "Headers": { "Content-Length": "1" } }""", "Respond:Headers:Content-Length: \"Content-Length\" frames the message")]
    [InlineData("""{ "Headers": { "content-type": "x" } }""", "Respond:Headers:content-type: is set with \"ContentType\" of \"Respond\"")]
    [InlineData("""{ "Headers": { "X": "{id}" } }""", "Respond:Headers:X: the route's path captures no \"id\"; it captures nothing")]
    [InlineData("7", "Respond: is the number 7; expected a text")]
    public async Task Load_WrongOptions_NamesThePlaceAndTheWayOut(string options, string expected) => Assert.StartsWith(
        expected, Assert.Single(await TestGateway.ErrorsAsync($$"""{ "Match": "/hi", "Respond": {{options}} }""")), StringComparison.Ordinal);
}
