using Gateway.Toolkit.Routing;
using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Forwarding;

/// <summary>Groups A, G and H of the forwarder's behaviours: target and fields of requests.</summary>
public class RequestHeadTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    [Fact]
    public async Task A4_Request_GoesOnUnderTheBasePathWithItsFieldsAndBody()
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 234 Quite So\r\nX-Own: 1\r\nContent-Language: en\r\nContent-Length: 5\r\n\r\nhello");
        await using var gateway = await TestGateway.StartAsync(origin.Address + "/a/b/");

        var response = await gateway.SendAsync(
            "POST /api/test?a=b&c=d HTTP/1.1\r\nHost: example.com:3456\r\nX-Client: yes\r\nContent-Language: ka\r\nContent-Length: 2\r\n\r\nhi");

        Assert.Equal("POST /a/b/api/test?a=b&c=d HTTP/1.1", origin.Request.StartLine);
        Assert.Equal(new Uri(origin.Address).Authority, origin.Request.Field("Host"));
        Assert.Equal("yes", origin.Request.Field("X-Client"));
        Assert.Equal("ka", origin.Request.Field("Content-Language"));
        Assert.Equal("hi", origin.Request.Text);
        Assert.Equal("HTTP/1.1 234 Quite So", response.StartLine);
        Assert.Equal("1", response.Field("X-Own"));
        Assert.Equal("en", response.Field("Content-Language"));
        Assert.Equal("hello", response.Text);
    }

    [Theory]
    [InlineData("", "/", "/")]
    [InlineData("", "/x", "/x")]
    [InlineData("/", "/x", "/x")]
    [InlineData("/base", "/", "/base/")]
    [InlineData("/base", "/x/", "/base/x/")]
    [InlineData("/base/", "/x", "/base/x")]
    [InlineData("", "/x?a=%20b&c=%2F&d=[1]|2", "/x?a=%20b&c=%2F&d=[1]|2")]
    [InlineData("", "/x??", "/x??")]
    [InlineData("", "/a%2Fb%20c%252F", "/a%2Fb%20c%252F")]
    [InlineData("", "/a%5Cb%3B%7e%41", "/a%5Cb%3B%7e%41")]
    [InlineData("", "/a//b", "/a//b")]
    [InlineData("", "//a/b", "//a/b")]
    [InlineData("", "/!$&'()*+,;=:@a", "/!$&'()*+,;=:@a")]
    [InlineData("", "/%E4%BD%A0%E5%A5%BD", "/%E4%BD%A0%E5%A5%BD")]
    [InlineData("", "/x?path=../../y&u=http://z/%2e%2e/", "/x?path=../../y&u=http://z/%2e%2e/")]
    public async Task H76_Target_ReachesTheOriginByteForByte(string basePath, string target, string expected)
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin.Address + basePath);

        await gateway.SendAsync($"GET {target} HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.Equal($"GET {expected} HTTP/1.1", origin.Request.StartLine);
    }

    [Fact]
    public async Task G59_FieldsOfTheConnection_StayOnTheirConnection()
    {
        await using var origin = RawOrigin.Answering(
            $"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Kept: 1\r\n{string.Join("\r\n", Hop("Transfer-Encoding", "Upgrade"))}\r\n\r\n");
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync($"GET / HTTP/1.1\r\nHost: a\r\nX-Kept: 1\r\n{string.Join("\r\n", Hop("Transfer-Encoding"))}\r\n\r\n");

        Assert.Equal("1", origin.Request.Field("X-Kept"));
        Assert.Equal("1", response.Field("X-Kept"));
        Assert.All(Hop(), field => Assert.False(origin.Request.Has(field.Split(':')[0]), field));
        Assert.All(Hop("Connection"), field => Assert.False(response.Has(field.Split(':')[0]), field));

        static IEnumerable<string> Hop(params string[] but) => new[]
        {
            "Connection: close", "Transfer-Encoding: x", "Keep-Alive: timeout=1", "Upgrade: h2c", "Proxy-Connection: x", "Proxy-Authenticate: x",
            "Proxy-Authentication-Info: x", "Proxy-Authorization: x", "Proxy-Features: x", "Proxy-Instruction: x", "Security-Scheme: x",
            "ALPN: x", "Close: x", "TE: trailers", "HTTP2-Settings: x", "Upgrade-Insecure-Requests: 1", "Alt-Svc: x",
        }.Where(field => !but.Contains(field.Split(':')[0]));
    }

    [Theory]
    [InlineData("Referer:", "Referer")]
    [InlineData("X-Own:", "X-Own")]
    public async Task G62_EmptyRequestField_Survives(string line, string name)
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin);

        await gateway.SendAsync($"GET / HTTP/1.1\r\nHost: a\r\n{line}\r\n\r\n");

        Assert.Equal("", origin.Request.Field(name));
    }

    [Theory]
    [InlineData("Accept", "a/b", "c/d")]
    [InlineData("Accept-Encoding", "gzip", "br")]
    [InlineData("Via", "1.1 x", "1.1 y")]
    [InlineData("X-Own", "one", "two")]
    [InlineData("If-Match", "\"a\"", "\"b\"")]
    [InlineData("Cache-Control", "no-cache", "no-store")]
    [InlineData("X-Own", "one", "")]
    public async Task G63_RepeatedRequestField_ArrivesAsOneLineInOrder(string name, string first, string second)
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin);

        await gateway.SendAsync($"GET / HTTP/1.1\r\nHost: a\r\n{name}: {first}\r\n{name}: {second}\r\n\r\n");

        Assert.Equal($"{name}: {first}, {second}", Assert.Single(origin.Request.Lines, line => line.StartsWith(name + ":", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task G64_Cookies_ArriveAsOneFieldInOrder()
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin);

        await gateway.SendAsync("GET / HTTP/1.1\r\nHost: a\r\nCookie: a=1; b=2\r\nCookie: c=3\r\n\r\n");

        Assert.Equal("a=1; b=2; c=3", origin.Request.Field("Cookie"));
    }

    [Fact]
    public async Task G66_NonAsciiRequestField_ArrivesByteForByte()
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin);
        var utf8 = System.Text.Encoding.Latin1.GetString("привет"u8);

        await gateway.SendAsync($"GET / HTTP/1.1\r\nHost: a\r\nX-Own: {utf8}\r\n\r\n");

        Assert.Equal(utf8, origin.Request.Field("X-Own"));
    }

    [Fact]
    public async Task G67_LengthBesideCoding_OnlyTheCodingGoesOn()
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin);

        await gateway.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");

        Assert.False(origin.Request.Has("Content-Length"));
        Assert.False(origin.Request.Has("X-Content-Length"));
        Assert.Equal("chunked", origin.Request.Field("Transfer-Encoding"));
        Assert.Equal("hello", origin.Request.Text);
    }

    [Theory]
    [InlineData("Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA")]
    [InlineData("Connection: keep-alive, Upgrade\r\nUpgrade: foo")]
    [InlineData("Upgrade: websocket")]
    public async Task G71_UpgradeOfAnotherKind_IsAnOrdinaryRequest(string fields)
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync($"GET / HTTP/1.1\r\nHost: a\r\n{fields}\r\n\r\n");

        Assert.Equal(200, response.Status);
        Assert.False(origin.Request.Has("Upgrade"));
        Assert.False(origin.Request.Has("Connection"));
    }

    [Fact]
    public async Task G73_Host_IsTheDestinationsUnlessSomethingSaysOtherwise()
    {
        await using var origin = RawOrigin.Answering(Ok);

        Assert.Equal(new Uri(origin.Address).Authority, await HostAsync(new() { Upstream = "u" }, null));
        Assert.Equal("client.example", await HostAsync(new() { Upstream = "u", PreserveHost = true }, null));
        Assert.Equal("fixed.example:81", await HostAsync(new() { Upstream = "u", Host = "fixed.example:81" }, null));
        Assert.Equal("own.example", await HostAsync(new() { Upstream = "u" }, "own.example"));
        Assert.Equal("client.example", await HostAsync(new() { Upstream = "u", PreserveHost = true }, "own.example"));

        async Task<string?> HostAsync(ForwardOptions forward, string? destinationHost)
        {
            origin.Requests.Clear();
            await using var gateway = await TestGateway.StartAsync(configure => configure
                .Upstream("u", u => u.Destination("a", origin.Address, destination =>
                {
                    if (destinationHost is not null)
                        destination.Host(destinationHost);
                }))
                .Route("r", r => r.Match("/{**path}").Forward(forward)));
            await gateway.SendAsync("GET / HTTP/1.1\r\nHost: client.example\r\n\r\n");
            return origin.Request.Field("Host");
        }
    }

    [Theory]
    [InlineData("X-Foo")]
    [InlineData("x-bar , x-foo")]
    [InlineData("X-Bar\r\nConnection: X-Foo")]
    public async Task N117_FieldsThatConnectionNames_DoNotGoOn(string connection)
    {
        await using var origin = RawOrigin.Answering("HTTP/1.1 200 OK\r\nConnection: X-Hop\r\nX-Hop: 1\r\nX-Kept: 2\r\nContent-Length: 0\r\n\r\n");
        await using var gateway = await TestGateway.StartAsync(origin);

        var response = await gateway.SendAsync($"GET / HTTP/1.1\r\nHost: a\r\nConnection: {connection}\r\nX-Foo: 1\r\nX-Kept: 2\r\n\r\n");

        Assert.False(origin.Request.Has("X-Foo"));
        Assert.Equal("2", origin.Request.Field("X-Kept"));
        Assert.False(response.Has("X-Hop"));
        Assert.Equal("2", response.Field("X-Kept"));
    }
}
