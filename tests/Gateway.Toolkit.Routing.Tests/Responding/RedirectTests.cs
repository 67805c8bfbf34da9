using System.Net;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Routing.Tests.Responding;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("""{ "To": "/new/{id}", "Status": 308 }""", "/old/7", 308, "/new/7")]
    [InlineData("\"/new/{id}\"", "/old/7?a=%2f+b&c", 302, "/new/7?a=%2f+b&c")]
    [InlineData("""{ "To": "/new/{id}", "PreserveQuery": false }""", "/old/7?a=1", 302, "/new/7")]
    [InlineData("""{ "To": "/new?id={id}" }""", "/old/7?a=1", 302, "/new?id=7")]
    [InlineData("""{ "To": "/new?id={id}", "PreserveQuery": true, "Status": 301 }""", "/old/7?a=1", 301, "/new?id=7&a=1")]
    [InlineData("""{ "To": "https://new.example.com/{id}#top", "Status": 307 }""", "/old/a%2Fb?x", 307, "https://new.example.com/a%2Fb?x#top")]
    [InlineData("""{ "To": "https://new.example.com" }""", "/old/7?x=1", 302, "https://new.example.com?x=1")]
    [InlineData("""{ "To": "https://{host}{path}" }""", "/old/7%20?x=1", 302, "https://127.0.0.1/old/7%20?x=1")]
    [InlineData("""{ "To": "{scheme}://{id}.example.com:8080/x" }""", "/old/tenant1", 302, "http://tenant1.example.com:8080/x")]
    [InlineData("""{ "To": "{path}/" }""", "/old/7?x", 302, "/old/7/?x")]
    public async Task Redirect_Request_IsSentThere(string redirect, string target, int status, string location)
    {
        await using var gateway = await TestGateway.StartAsync(Route(redirect));
        using var response = await gateway.Client.GetAsync(target);

        Assert.Equal((status, location), ((int)response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Equal(0, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/here", "/here")]
    [InlineData("/here?a=1&b=%2F#top", "/here?a=1&b=%2F#top")]
    [InlineData("/a b\"\u00e9/%zz", "/a%20b%22%C3%A9/%25zz")]
    [InlineData("/", "/")]
    public async Task ToAValue_LocalPath_IsFollowed(string value, string location)
    {
        await using var gateway = await TestGateway.StartAsync(Route("\"{query:returnUrl}\""));
        using var response = await gateway.Client.GetAsync("/old/7?returnUrl=" + Uri.EscapeDataString(value));

        Assert.Equal((HttpStatusCode.Found, location), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\t//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/x\r\nSet-Cookie: a=1")]
    [InlineData("\u0085//evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("evil.example")]
    [InlineData("")]
    public async Task ToAValue_AnotherHost_Is400(string value)
    {
        await using var gateway = await TestGateway.StartAsync(Route("\"{query:returnUrl}\""));
        using var response = await gateway.Client.GetAsync("/old/7?returnUrl=" + Uri.EscapeDataString(value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("\"{query:returnUrl}\"", "/old/7")]
    [InlineData("\"{query:returnUrl}\"", "/old/7?returnUrl=/a&returnUrl=//b%0a")]
    [InlineData("\"/{id}\"", "/old/%5cevil.example%2f..")]
    [InlineData("\"https://{id}.example.com/\"", "/old/evil.example%2f")]
    [InlineData("\"https://{id}.example.com/\"", "/old/evil@x")]
    [InlineData("\"https://{id}.example.com/\"", "/old/evil%3A80")]
    public async Task Redirect_ValueThatCannotStandThere_Is400(string redirect, string target)
    {
        await using var gateway = await TestGateway.StartAsync(Route(redirect));
        using var response = await gateway.Client.GetAsync(
            new Uri(gateway.Url + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    // GET //evil.example/ must not become Location: //evil.example/new.
    [Theory]
    [InlineData("\"{path}new\"")]
    [InlineData("\"/{**rest}\"")]
    public async Task Redirect_PathThatLooksLikeAHost_Is400(string to)
    {
        await using var gateway = await TestGateway.StartAsync($$"""{ "Match": "/{**rest}", "Redirect": {{to}} }""");
        using var response = await gateway.Client.GetAsync(
            new Uri(gateway.Url + "//evil.example/", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Fact]
    public async Task Code_Extension_RedirectsAsItsJson()
    {
        await using var app = await WebApp.StartAsync(
            builder => builder.Services.AddGatewayCore(gateway => gateway.Route("old", route => route.Match("/old/{id}").Redirect("/new/{id}", 308))).AddRouting(),
            app => app.MapGateway());
        using var response = await app.Client.GetAsync("/old/7");

        Assert.Equal((HttpStatusCode.PermanentRedirect, "/new/7"), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("""{ "To": "/x", "Status": 200 }""", "Redirect:Status: 200 is no redirect; allowed: 301, 302, 307, 308")]
    [InlineData("""{ "Status": 302 }""", "Redirect:To: is missing")]
    [InlineData("\"new\"", "Redirect: \"new\" is neither a path that begins with one \"/\" nor an http or https URL")]
    [InlineData("\"//other.example/x\"", "Redirect: \"//other.example/x\" is neither a path")]
    [InlineData("\"ftp://other.example/x\"", "Redirect: \"ftp://other.example/x\" is neither a path")]
    [InlineData("\"https:///x\"", "Redirect: \"https:///x\" names no host")]
    [InlineData("\"https://a b/x\"", "Redirect: \"a b\": is not a host with or without a port")]
    [InlineData("\"https://{query:host}/x\"", "Redirect: \"https://{query:host}/x\" would let a value of the request choose the host; write its domain, as in \"https://{tenant}.example.com\"")]
    [InlineData("\"https://example.{id}/x\"", "Redirect: \"https://example.{id}/x\" would let a value of the request choose the host")]
    [InlineData("\"{id}\"", "Redirect: \"{id}\" begins with a value that is no URL; write \"/{id}\" for a path")]
    [InlineData("\"/{other}\"", "Redirect: the route's path captures no \"other\"; it captures {id}")]
    [InlineData("\"/a {{b}}\"", "Redirect: \"/a {{b}}\": ' ' must be written encoded")]
    [InlineData("\"/a/../b\"", "Redirect: \"/a/../b\": a path has no \".\" or \"..\" segments")]
    public async Task Load_WrongOptions_NamesThePlaceAndTheWayOut(string options, string expected) =>
        Assert.StartsWith(expected, Assert.Single(await TestGateway.ErrorsAsync(Route(options))), StringComparison.Ordinal);

    private static string Route(string redirect) => $$"""{ "Match": "/old/{id}", "Redirect": {{redirect}} }""";
}
