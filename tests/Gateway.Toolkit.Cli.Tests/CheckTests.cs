using System.Text.Json.Nodes;
using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Configuration_WithoutErrors_IsCounted()
    {
        _folder["a.json"] = CliFolder.Example;

        Snapshot.Match((await _folder.RunAsync("check", "a.json")).ToString());
    }

    [Fact]
    public async Task Key_ThatIsMisspelt_IsNamedWithItsPlaceAndWhatWasMeant()
    {
        _folder["a.json"] = """
            { "Routes": {
                "api": { "Match": "/api/{**rest}", "Forward": "origin", "Cach": {} } },
              "Upstreams": { "origin": { "Destinations": { "a": "http://127.0.0.1:9001" } } } }
            """;

        var result = await _folder.RunAsync("check", "a.json");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("Gateway:Routes:api:Cach line 2: unknown key; did you mean \"Cache\"? [a.json:2:61]" + Environment.NewLine, result.Error);
    }

    [Fact]
    public async Task Number_WithoutUnit_IsShownTheIntendedForm()
    {
        _folder["a.json"] = """
            { "Routes": { "api": { "Match": "/api/{**rest}", "Forward": "origin" } },
              "Upstreams": { "origin": {
                  "Destinations": { "a": "http://127.0.0.1:9001" },
                  "Timeout": 60 } } }
            """;

        var result = await _folder.RunAsync("check", "a.json");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Gateway:Upstreams:origin:Timeout", result.Error);
        Assert.Contains("line 4: \"60\" has no unit; write \"60s\", \"1m\" or \"00:01:00\"", result.Error);
    }

    [Fact]
    public async Task Errors_OfAllKinds_AreReportedTogetherInTheOrderOfTheFile()
    {
        _folder["a.json"] = """
            {
              "Gateway": {
                "Routs": {},
                "Routes": {
                  "one": { "Match": "/one", "Forward": "orign" },
                  "two": { "Match": "/two", "Forward": "origin", "Respond": "x" },
                  "three": { "Match": "/{a}/{a}", "Forward": "origin", "Use": "standrd" },
                  "four": { "Match": "/four" },
                  "five": { "UpstreamPathTemplate": "/five", "ClusterId": "origin" },
                  "six": { "Match": "/six", "Forward": "origin", "Timeout": 60 }
                },
                "Upstreams": {
                  "origin": { "Destinations": { "a": "ftp://127.0.0.1" } },
                  "empty": { "Destinations": {} }
                },
                "Policies": { "standard": {} }
              }
            }
            """;

        Snapshot.Match((await _folder.RunAsync("check", "a.json")).ToString());
    }

    [Fact]
    public async Task File_ThatIsMissingOrNoJson_IsAnErrorWithItsPlace()
    {
        _folder["broken.json"] = "{ \"Routes\": {\n  \"a\": }";

        var missing = await _folder.RunAsync("check", "nowhere.json");
        var broken = await _folder.RunAsync("check", "broken.json");

        Assert.Equal((1, 1), (missing.ExitCode, broken.ExitCode));
        Assert.Contains("the file does not exist", missing.Error);
        Assert.Contains("[broken.json:2:8]", broken.Error);
    }

    [Fact]
    public async Task Files_OfOneConfiguration_AreLaidOnTopOfEachOther()
    {
        _folder["routes.json"] = """{ "Routes": { "api": { "Match": "/api/{**rest}", "Forward": "origin" } } }""";
        _folder["upstreams.json"] = """{ "Upstreams": { "origin": { "Destinations": { "a": "http://127.0.0.1:9001" } } } }""";

        Assert.Equal(1, (await _folder.RunAsync("check", "routes.json")).ExitCode);
        Assert.Equal(0, (await _folder.RunAsync("check", "routes.json", "upstreams.json")).ExitCode);
    }

    [Fact]
    public async Task Environment_LaysItsFileOnTop()
    {
        _folder["a.json"] = CliFolder.Example;
        _folder["a.broken.json"] = """{ "Routes": { "api": { "Forward": "nowhere" } } }""";

        Assert.Equal(0, (await _folder.RunAsync("check", "a.json", "--env", "other")).ExitCode);
        Assert.Contains("[a.broken.json:1:24]", (await _folder.RunAsync("check", "a.json", "--env", "broken")).Error);
    }

    [Fact]
    public async Task Json_HasTheSameForMachines()
    {
        _folder["a.json"] = CliFolder.Example;
        _folder["b.json"] = """{ "Routes": { "api": { "Forward": "nowhere" } } }""";

        var fine = JsonNode.Parse((await _folder.RunAsync("check", "a.json", "--json")).Output)!;
        var wrong = await _folder.RunAsync("check", "a.json", "b.json", "--json");

        Assert.True(fine["ok"]!.GetValue<bool>());
        Assert.Equal((4, 2, 3, 0), ((int)fine["routes"]!, (int)fine["upstreams"]!, (int)fine["destinations"]!, (int)fine["policies"]!));
        Assert.Equal(1, wrong.ExitCode);
        var error = JsonNode.Parse(wrong.Output)!["errors"]![0]!;
        Assert.Equal(("Gateway:Routes:api:Forward", "b.json", 1), ((string?)error["path"], (string?)error["source"], (int)error["line"]!));
    }
}
