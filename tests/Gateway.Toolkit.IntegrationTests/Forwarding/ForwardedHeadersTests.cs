using Gateway.Toolkit.Routing;
using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Forwarding;

/// <summary>Group I of the forwarder's behaviours, and attacks D2, D4 and D5.</summary>
public class ForwardedHeadersTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private const string Spoofed =
        "GET / HTTP/1.1\r\nHost: shop.example:8443\r\nX-Forwarded-For: 6.6.6.6\r\nX-Forwarded-Host: evil\r\nX-Forwarded-Proto: https\r\n"
        + "X-Forwarded-Prefix: /admin\r\nForwarded: for=6.6.6.6\r\n\r\n";

    [Fact]
    public async Task I80_ByDefault_TheGatewaySpeaksAndTheClientIsNotBelieved()
    {
        var seen = await SendAsync(new());

        Assert.Equal("127.0.0.1", seen.Field("X-Forwarded-For"));
        Assert.Equal("shop.example:8443", seen.Field("X-Forwarded-Host"));
        Assert.Equal("http", seen.Field("X-Forwarded-Proto"));
        Assert.False(seen.Has("X-Forwarded-Prefix"));
        Assert.False(seen.Has("Forwarded"));
    }

    [Fact]
    public async Task I80_Append_AddsToWhatTheClientSent()
    {
        var seen = await SendAsync(new() { For = ForwardedHeaderPolicy.Append, Prefix = ForwardedHeaderPolicy.Append });

        Assert.Equal("6.6.6.6, 127.0.0.1", seen.Field("X-Forwarded-For"));
        Assert.Equal("/admin", seen.Field("X-Forwarded-Prefix"));
    }

    [Fact]
    public async Task I80_KeepAndRemove_LeaveAndDrop()
    {
        var seen = await SendAsync(new() { For = ForwardedHeaderPolicy.Keep, Host = ForwardedHeaderPolicy.Remove });

        Assert.Equal("6.6.6.6", seen.Field("X-Forwarded-For"));
        Assert.False(seen.Has("X-Forwarded-Host"));
    }

    [Fact]
    public async Task I81_AppUnderAPath_IsThePrefix()
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin, before: (context, next) =>
        {
            (context.Request.PathBase, context.Request.Path) = ("/my app", "/x");
            return next(context);
        });

        await gateway.SendAsync("GET /x HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.Equal("/my%20app", origin.Request.Field("X-Forwarded-Prefix"));
    }

    [Fact]
    public async Task I82_Forwarded_TakesThePlaceOfTheOthers()
    {
        var seen = await SendAsync(new() { Forwarded = ForwardedHeaderPolicy.Set });

        Assert.Equal("for=127.0.0.1;host=\"shop.example:8443\";proto=http", seen.Field("Forwarded"));
        Assert.DoesNotContain(seen.Lines, line => line.StartsWith("X-Forwarded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task I80_RouteOverridesItsUpstream()
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(configure => configure
            .Upstream("u", u => u.Destination(origin.Address).ForwardedHeaders(new() { For = ForwardedHeaderPolicy.Keep }))
            .Route("r", r => r.Match("/{**path}").Forward("u").ForwardedHeaders(new() { For = ForwardedHeaderPolicy.Append })));

        await gateway.SendAsync(Spoofed);

        Assert.Equal("6.6.6.6, 127.0.0.1", origin.Request.Field("X-Forwarded-For"));
    }

    private static async Task<RawMessage> SendAsync(ForwardedHeaderOptions options)
    {
        await using var origin = RawOrigin.Answering(Ok);
        await using var gateway = await TestGateway.StartAsync(origin, u => u.ForwardedHeaders(options));
        await gateway.SendAsync(Spoofed);
        return origin.Request;
    }
}
