using System.Text.Json.Nodes;
using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public ExplainTests() => _folder["a.json"] = CliFolder.Example;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Request_ThatIsForwarded_IsShownOnItsWay() =>
        Snapshot.Match((await _folder.RunAsync("explain", "a.json", "GET", "http://127.0.0.1:8080/api/x?q=1")).ToString());

    [Fact]
    public async Task Request_ThatMeetsMoreConditions_TakesTheRouteThatAsksThem() =>
        Snapshot.Match((await _folder.RunAsync("explain", "a.json", "GET", "/api/x?q=1", "-H", "X-Beta: 1")).ToString());

    [Fact]
    public async Task Request_ThatTheGatewayAnswers_ShowsTheAnswer() =>
        Snapshot.Match((await _folder.RunAsync("explain", "a.json", "GET", "/hi")).ToString());

    [Fact]
    public async Task Request_ThatIsRedirected_ShowsWhereTo() =>
        Snapshot.Match((await _folder.RunAsync("explain", "a.json", "GET", "/old/7")).ToString());

    [Fact]
    public async Task Request_OfAnotherMethod_ShowsWhichAreAllowed() =>
        Snapshot.Match((await _folder.RunAsync("explain", "a.json", "POST", "/hi")).ToString());

    [Fact]
    public async Task Request_ThatNoRouteMatches_ShowsWhyNot() =>
        Snapshot.Match((await _folder.RunAsync("explain", "a.json", "GET", "/nope")).ToString());

    [Fact]
    public async Task Routes_ThatLose_SayToWhatTheyLost()
    {
        _folder["many.json"] = """
            {
              "Routes": {
                "winner":    { "Match": { "Path": "/shop/{id:int}", "Hosts": ["shop.example"], "Methods": ["GET"], "Headers": { "X-A": "1" } }, "Order": 1, "Respond": "x" },
                "written":   { "Match": { "Path": "/shop/{id:int}", "Hosts": ["shop.example"], "Methods": ["GET"], "Query": { "a": true } }, "Order": 1, "Respond": "x" },
                "order":     { "Match": { "Path": "/shop/{id:int}", "Hosts": ["shop.example"], "Methods": ["GET"], "Query": { "b": true } }, "Order": 2, "Respond": "x" },
                "fewer":     { "Match": { "Path": "/shop/{id:int}", "Hosts": ["shop.example"], "Methods": ["GET"] }, "Respond": "x" },
                "anymethod": { "Match": { "Path": "/shop/{id:int}", "Hosts": ["shop.example"] }, "Respond": "x" },
                "anyhost":   { "Match": { "Path": "/shop/{id:int}" }, "Respond": "x" },
                "wildhost":  { "Match": { "Path": "/shop/{id:int}", "Hosts": ["*.example"] }, "Respond": "x" },
                "anything":  { "Match": { "Path": "/shop/{id}" }, "Respond": "x" },
                "rest":      { "Match": { "Path": "/{**rest}" }, "Respond": "x" },
                "method":    { "Match": { "Path": "/shop/{id:int}", "Methods": ["PUT", "POST"] }, "Respond": "x" },
                "host":      { "Match": { "Path": "/shop/{id:int}", "Hosts": ["other.example", "third.example"] }, "Respond": "x" },
                "header":    { "Match": { "Path": "/shop/{id:int}", "Headers": { "X-A": { "Not": "1" }, "X-B": { "Prefix": ["a", "b"] }, "X-C": true } }, "Respond": "x" },
                "query":     { "Match": { "Path": "/shop/{id:int}", "Query": { "a": { "Regex": "^[0-9]+$" }, "c": true, "b": false } }, "Respond": "x" },
                "accept":    { "Match": { "Path": "/shop/{id:int}", "Accept": ["application/json"] }, "Respond": "x" },
                "path":      { "Match": { "Path": "/shop/{id:int}/more" }, "Respond": "x" }
              }
            }
            """;

        var result = await _folder.RunAsync(
            "explain", "many.json", "GET", "http://shop.example/shop/7?a=x&b", "-H", "X-A: 1", "-H", "X-B: c", "-H", "Accept: text/html");

        Snapshot.Match(result.ToString());
    }

    [Fact]
    public async Task Chain_OfARouteWithPolicies_SaysWhereEachModuleComesFrom()
    {
        _folder["policies.json"] = """
            {
              "Defaults": {
                "Route": { "Rewrite": { "ResponseHeaders": { "Set": { "X-Served-By": "gateway" } } } },
                "Upstream": { "LoadBalancing": "RoundRobin" }
              },
              "Policies": { "slow": { "Timeout": { "Total": "30s" } } },
              "Routes": { "orders": { "Match": "/orders/{**rest}", "Use": "slow", "Forward": { "Upstream": "orders", "PreserveHost": true } } },
              "Upstreams": {
                "orders": {
                  "Destinations": { "a": "http://10.0.0.1:5001/base", "b": "http://10.0.0.2:5001/base" },
                  "Http": { "Version": "2" }
                }
              }
            }
            """;

        Snapshot.Match((await _folder.RunAsync("explain", "policies.json", "GET", "http://shop.example/orders/7", "-H", "Connection: X-Hop", "-H", "X-Hop: 1")).ToString());
    }

    [Fact]
    public async Task Host_OfAHeaderField_IsTheOneThatRoutesSee()
    {
        _folder["hosts.json"] = """{ "Routes": { "shop": { "Match": { "Path": "/", "Hosts": ["shop.example"] }, "Respond": "x" } } }""";

        Assert.Contains("host localhost is not shop.example", (await _folder.RunAsync("explain", "hosts.json", "GET", "/")).Output);
        Assert.Contains("route shop", (await _folder.RunAsync("explain", "hosts.json", "GET", "/", "-H", "Host: shop.example")).Output);
    }

    [Fact]
    public async Task Configuration_WithErrors_IsNotExplained()
    {
        _folder["b.json"] = """{ "Routes": { "api": { "Match": "/api", "Forward": "nowhere" } } }""";

        var result = await _folder.RunAsync("explain", "b.json", "GET", "/api");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("\"nowhere\" is no upstream", result.Error);
    }

    [Fact]
    public async Task Json_HasTheSameForMachines()
    {
        var forwarded = JsonNode.Parse((await _folder.RunAsync("explain", "a.json", "GET", "/api/x?q=1", "--json")).Output)!;
        var refused = JsonNode.Parse((await _folder.RunAsync("explain", "a.json", "POST", "/hi", "--json")).Output)!;

        Assert.Equal(("api", "x"), ((string?)forwarded["route"], (string?)forwarded["values"]!["rest"]));
        var sent = Assert.Single(forwarded["sent"]!.AsArray())!;
        Assert.Equal(
            ("origin", "http://127.0.0.1:9001/x?q=1", "http://127.0.0.1:9002/x?q=1"),
            ((string?)sent["upstream"], (string?)sent["destinations"]!["a"], (string?)sent["destinations"]!["b"]));
        Assert.Contains(forwarded["chain"]!.AsArray(), link => (string?)link!["module"] == "Rewrite" && (string?)link["options"]!["RemovePrefix"] == "/api");
        Assert.Contains(forwarded["others"]!.AsArray(), other => (string?)other!["route"] == "beta");
        Assert.Null(refused["route"]);
        Assert.Equal((405, "method-not-allowed"), ((int)refused["answer"]!["status"]!, (string?)refused["answer"]!["code"]));
    }
}
