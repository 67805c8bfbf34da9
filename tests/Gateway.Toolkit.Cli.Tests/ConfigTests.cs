using System.Text.Json.Nodes;
using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Cli.Tests;

public sealed class ConfigTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Configuration_OfSeveralSources_ShowsWhereEachValueComesFrom()
    {
        _folder["a.json"] = """
            {
              "Routes": { "api": { "Match": { "Path": "/api/{**rest}", "Methods": ["GET"] }, "Forward": "origin" } },
              "Upstreams": { "origin": { "Destinations": { "a": "file:address.txt" } } }
            }
            """;
        _folder["a.dev.json"] = """{ "Upstreams": { "origin": { "LoadBalancing": "RoundRobin" } } }""";
        _folder["address.txt"] = "http://127.0.0.1:9001";
        Environment.SetEnvironmentVariable("Gateway__Routes__api__Match__Methods", "GET,POST");
        try
        {
            Snapshot.Match((await _folder.RunAsync("config", "a.json", "--env", "dev")).ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable("Gateway__Routes__api__Match__Methods", null);
        }
    }

    [Fact]
    public async Task Output_ReadsBackAsAConfiguration()
    {
        _folder["a.json"] = CliFolder.Example;

        _folder["b.json"] = (await _folder.RunAsync("config", "a.json")).Output;

        var first = (await _folder.RunAsync("check", "a.json")).Output.Split('\n')[1..];
        var second = (await _folder.RunAsync("check", "b.json")).Output.Split('\n')[1..];
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Configuration_WithErrors_IsPrintedWithThem()
    {
        _folder["a.json"] = """{ "Routes": { "api": { "Match": "/api", "Forward": "nowhere" } } }""";

        var result = await _folder.RunAsync("config", "a.json");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\"Forward\": \"nowhere\"", result.Output);
        Assert.Contains("\"nowhere\" is no upstream", result.Error);
    }

    [Fact]
    public async Task Json_HasAnEntryForEveryValue()
    {
        _folder["a.json"] = CliFolder.Example;

        var values = JsonNode.Parse((await _folder.RunAsync("config", "a.json", "--json")).Output)!.AsArray();

        var path = values.Single(value => (string?)value!["path"] == "Gateway:Routes:api:Match:Path")!;
        Assert.Equal(("/api/{**rest}", "a.json:1:36"), ((string?)path["value"], (string?)path["origin"]));
    }

    [Fact]
    public async Task Schema_KnowsTheKeysOfAllPackages()
    {
        var schema = JsonNode.Parse((await _folder.RunAsync("schema")).Output)!;

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.NotNull(schema["$defs"]!["Route"]!["properties"]!["Forward"]);
    }
}
