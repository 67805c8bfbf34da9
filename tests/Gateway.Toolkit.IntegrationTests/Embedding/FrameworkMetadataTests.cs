using System.Net;
using System.Security.Claims;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Toolkit.IntegrationTests.Embedding;

/// <summary>What ASP.NET Core's own middleware reads from endpoints works on the gateway's routes.</summary>
public class FrameworkMetadataTests
{
    [Fact]
    public async Task RequireAuthorization_WithoutIdentity_401AndTheOriginSeesNothing()
    {
        var seen = 0;
        await using var origin = await WebApp.OriginAsync(context =>
        {
            Interlocked.Increment(ref seen);
            return context.Response.WriteAsync("secret");
        });
        await using var app = await StartAsync(
            origin,
            services =>
            {
                services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("test", null);
                services.AddAuthorization();
            },
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
            },
            gateway => gateway.RequireAuthorization());

        using var anonymous = await app.Client.GetAsync("/api/x");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/x") { Headers = { { "X-User", "ann" } } };
        using var known = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task RequireHost_OtherHost_IsTheApps404()
    {
        await using var origin = await WebApp.EchoAsync("origin");
        await using var app = await StartAsync(origin, _ => { }, _ => { }, gateway => gateway.RequireHost("api.example.com"));

        using var other = await app.Client.GetAsync("/api/x");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/x") { Headers = { Host = "api.example.com" } };
        using var right = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task RequireRateLimiting_LimitUsedUp_429()
    {
        await using var origin = await WebApp.EchoAsync("origin");
        await using var app = await StartAsync(
            origin,
            services => services.AddRateLimiter(options => options
                .AddFixedWindowLimiter("one", limit => (limit.PermitLimit, limit.Window) = (1, TimeSpan.FromHours(1)))
                .RejectionStatusCode = 429),
            app => app.UseRateLimiter(),
            gateway => gateway.RequireRateLimiting("one"));

        using var first = await app.Client.GetAsync("/api/x");
        using var second = await app.Client.GetAsync("/api/x");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    [Fact]
    public async Task RequireCors_PreflightAndRequest_CarryTheFields()
    {
        await using var origin = await WebApp.EchoAsync("origin");
        await using var app = await StartAsync(
            origin,
            services => services.AddCors(options => options.AddPolicy("shop", policy => policy.WithOrigins("https://shop.example").AllowAnyMethod())),
            app => app.UseCors(),
            gateway => gateway.RequireCors("shop"));

        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/x")
        {
            Headers = { { "Origin", "https://shop.example" }, { "Access-Control-Request-Method", "PUT" } },
        };
        using var allowed = await app.Client.SendAsync(preflight);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/x") { Headers = { { "Origin", "https://shop.example" } } };
        using var response = await app.Client.SendAsync(request);

        Assert.Equal("https://shop.example", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("https://shop.example", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task CacheOutput_SecondRequest_IsAnsweredFromTheAppsCache()
    {
        var seen = 0;
        await using var origin = await WebApp.OriginAsync(context => context.Response.WriteAsync($"answer {Interlocked.Increment(ref seen)}"));
        await using var app = await StartAsync(
            origin, services => services.AddOutputCache(), app => app.UseOutputCache(), gateway => gateway.CacheOutput());

        Assert.Equal("answer 1", await app.Client.GetStringAsync("/api/x"));
        Assert.Equal("answer 1", await app.Client.GetStringAsync("/api/x"));
    }

    [Fact]
    public async Task WithRequestTimeout_OriginTooSlow_504()
    {
        await using var origin = await WebApp.OriginAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var app = await StartAsync(
            origin,
            services => services.AddRequestTimeouts(),
            app => app.UseRequestTimeouts(),
            gateway => gateway.WithRequestTimeout(TimeSpan.FromMilliseconds(200)));

        using var response = await app.Client.GetAsync("/api/x");

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
    }

    private static Task<WebApp> StartAsync(
        WebApp origin, Action<IServiceCollection> services, Action<WebApplication> use, Action<IEndpointConventionBuilder> conventions) =>
        WebApp.StartAsync(
            builder =>
            {
                services(builder.Services);
                builder.Services.AddGateway(gateway => gateway
                    .Route("api", route => route.Match("/api/{**rest}").Forward("origin"))
                    .Upstream("origin", upstream => upstream.Destination(origin.Url)));
            },
            app =>
            {
                app.UseRouting();
                use(app);
                conventions(app.MapGateway());
            });

    private sealed class HeaderAuthentication(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        Microsoft.Extensions.Logging.ILoggerFactory logger,
        System.Text.Encodings.Web.UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Request.Headers.TryGetValue("X-User", out var user))
                return Task.FromResult(AuthenticateResult.NoResult());
            var identity = new ClaimsIdentity([new Claim("sub", user.ToString())], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
