using System.Net;
using System.Text.Json.Nodes;
using Gateway.Toolkit.Core.Tests.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Core.Tests.Problems;

public class OnErrorTests
{
    [Fact]
    public async Task Hooks_InTheOrderOfCalls_ShapeTheProblem()
    {
        await using var gateway = await StartAsync(
            error =>
            {
                error.Problem = error.Problem with
                {
                    Title = $"{error.Route!.Id} is down",
                    StatusCode = 503,
                    Extensions = new Dictionary<string, JsonNode?> { ["contact"] = "shop@example.com", ["hints"] = new JsonArray(1, null) },
                };
                return default;
            },
            error =>
            {
                error.Problem = error.Problem with { Detail = error.Problem.Title + "!", Headers = [new("X-Team", "shop")] };
                return default;
            });

        using var response = await gateway.GetAsync("orders");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("shop", Assert.Single(response.Headers.GetValues("X-Team")));
        var problem = await Json.OfAsync(response);
        Assert.Equal("urn:gateway-toolkit:problem:connect-failed", problem.GetProperty("type").GetString());
        Assert.Equal("orders is down", problem.GetProperty("title").GetString());
        Assert.Equal("orders is down!", problem.GetProperty("detail").GetString());
        Assert.Equal("shop@example.com", problem.GetProperty("contact").GetString());
        Assert.Equal("[1,null]", problem.GetProperty("hints").GetRawText());
    }

    [Fact]
    public async Task Hook_ThatAnsweredByItself_IsTheLast()
    {
        var isCalled = false;
        await using var gateway = await StartAsync(
            async error =>
            {
                error.HttpContext.Response.StatusCode = 503;
                await error.HttpContext.Response.WriteAsync("<h1>Back soon</h1>");
                error.Handled = true;
            },
            _ =>
            {
                isCalled = true;
                return default;
            });

        using var response = await gateway.GetAsync("orders");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("<h1>Back soon</h1>", await response.Content.ReadAsStringAsync());
        Assert.False(isCalled);
    }

    [Fact]
    public async Task Hook_ThatThrows_FallsBackToThePlainProblemAndIsLogged()
    {
        await using var gateway = await StartAsync(error =>
        {
            error.Problem = error.Problem with { Title = "half done" };
            error.HttpContext.Response.Headers["X-Half"] = "done";
            throw new InvalidOperationException("hook");
        });

        using var response = await gateway.GetAsync("orders");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.False(response.Headers.Contains("X-Half"));
        Assert.Equal(GatewayProblem.ConnectFailed.Title, (await Json.OfAsync(response)).GetProperty("title").GetString());
        Assert.Contains("Error: Route orders: a hook of OnError failed, and its changes were dropped", gateway.Log.Lines);
    }

    [Fact]
    public async Task Hook_ThatThrowsAfterItsFirstByte_AbortsTheResponse()
    {
        await using var gateway = await StartAsync(async error =>
        {
            await error.HttpContext.Response.WriteAsync("begun");
            await error.HttpContext.Response.Body.FlushAsync();
            throw new InvalidOperationException("hook");
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => gateway.GetAsync("orders"));
    }

    [Fact]
    public async Task Hook_ForTheRefusalOfAModule_SeesItToo()
    {
        await using var gateway = await StartAsync(error =>
        {
            error.Problem = error.Problem with { Title = "no" };
            return default;
        });

        using var response = await gateway.GetAsync("closed");

        Assert.Equal("no", (await Json.OfAsync(response)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Telemetry_OfAReplacedProblem_KeepsWhatOccurred()
    {
        await using var gateway = await StartAsync(error =>
        {
            error.Problem = new("maintenance", 503, "Back soon");
            return default;
        });
        using var metrics = new Telemetry.MetricsProbe(gateway.Services);

        (await gateway.GetAsync("orders")).Dispose();

        await metrics.ReachesAsync("gateway.active_requests{gateway.route=orders}", 0);
        Assert.Single(metrics.Values("gateway.request.duration{error.type=connect-failed,gateway.route=orders,http.request.method=GET,http.response.status_code=503}"));
    }

    private static Task<ToyGateway> StartAsync(params Func<GatewayErrorContext, ValueTask>[] hooks) => ScriptedGateway.StartAsync(
        ScriptedGateway.Fails(GatewayProblem.ConnectFailed),
        builder =>
        {
            foreach (var hook in hooks)
                builder.Services.AddGatewayCore(gateway => gateway.OnError(hook));
        });
}
