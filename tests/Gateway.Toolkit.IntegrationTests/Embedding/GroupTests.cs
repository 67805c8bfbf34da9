using System.Net;
using Gateway.Toolkit.Routing;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.IntegrationTests.Embedding;

public class GroupTests
{
    [Fact]
    public async Task Group_PrefixHostsAndModules_HoldForItsRoutesAndYieldToTheirOwn()
    {
        await using var app = await WebApp.StartAsync(
            builder => builder.Services.AddGateway(gateway => gateway
                .Policy("own", policy => policy.Rewrite(Marked("policy")))
                .Group("/v1", group => group
                    .Hosts("api.example.com")
                    .Rewrite(Marked("group"))
                    .Route("root", route => route.Match("/").Respond("root"))
                    .Route("orders", route => route.Match("/orders/{id}", "GET").Respond("orders"))
                    .Route("used", route => route.Match("/used").Use("own").Respond("used"))
                    .Route("else", route => route.Respond("else")))),
            app => app.MapGateway());

        Assert.Equal("root group", await AskAsync("/v1"));
        Assert.Equal("orders group", await AskAsync("/v1/orders/7"));
        Assert.Equal("used policy", await AskAsync("/v1/used"));
        Assert.Equal("else group", await AskAsync("/v1/what/ever"));
        using var otherHost = await app.Client.GetAsync("/v1/orders/7");
        Assert.Equal(HttpStatusCode.NotFound, otherHost.StatusCode);

        async Task<string> AskAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "api.example.com" } };
            using var response = await app.Client.SendAsync(request);
            return $"{await response.Content.ReadAsStringAsync()} {response.Headers.GetValues("X-Mark").Single()}";
        }
    }

    private static RewriteOptions Marked(string mark) => new() { ResponseHeaders = new() { Set = [new("X-Mark", mark)] } };
}
