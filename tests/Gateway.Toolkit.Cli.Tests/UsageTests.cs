using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rnu", "gateway: unknown verb \"rnu\"; did you mean \"run\"?")]
    [InlineData("", "gateway: no verb is given")]
    [InlineData("run", "gateway run: FILE is missing")]
    [InlineData("explain a.json GET", "gateway explain: URL is missing")]
    [InlineData("explain a.json GET /x /y", "gateway explain: \"/y\" is one argument too many")]
    [InlineData("run a.json --ulrs http://127.0.0.1:1", "gateway run: unknown option --ulrs; did you mean \"--urls\"?")]
    [InlineData("run a.json --urls", "gateway run: --urls needs a value: --urls URL")]
    [InlineData("run a.json --watch=1", "gateway run: --watch takes no value")]
    [InlineData("run a.json --urls 8080", "gateway run: --urls: \"8080\" is no address to listen at; write it as http://127.0.0.1:8080")]
    [InlineData("run a.json --urls ftp://127.0.0.1:1", "gateway run: --urls: \"ftp://127.0.0.1:1\" is no address")]
    [InlineData("run a.json --urls http://127.0.0.1:1/api", "gateway run: --urls: \"http://127.0.0.1:1/api\" is no address")]
    [InlineData("explain a.json GET ftp://x/", "gateway explain: \"ftp://x/\" is no address")]
    [InlineData("explain a.json GET / -H X-Beta", "gateway explain: \"X-Beta\" is no header field; write it as \"Name: value\"")]
    public async Task CommandLine_ThatIsWrong_SaysWhatAndExitsWith2(string line, string message)
    {
        _folder["a.json"] = CliFolder.Example;

        var result = await _folder.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith(message, result.Error);
        Assert.Contains("usage: gateway", result.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Help_OfTheTool_NamesAllVerbs(string argument)
    {
        var result = await _folder.RunAsync(argument);

        Snapshot.Match(result.ToString().Replace(CliApp.Version, "VERSION", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_OfEveryVerb_SaysWhatItTakes()
    {
        var pages = new List<string>();
        foreach (var verb in (string[])["run", "check", "explain", "config", "schema"])
            pages.Add((await _folder.RunAsync(verb, "--help")).Output);

        Snapshot.Match(string.Join("\n", pages));
    }

    [Fact]
    public async Task Version_IsTheAssemblys()
    {
        var result = await _folder.RunAsync("--version");

        Assert.Equal((0, CliApp.Version + Environment.NewLine), (result.ExitCode, result.Output));
        Assert.Matches(@"^\d+\.\d+\.\d+", result.Output);
    }

    [Fact]
    public async Task DoubleDash_EndsOptions()
    {
        _folder["--json"] = CliFolder.Example;

        var result = await _folder.RunAsync("check", "--", "--json");

        Assert.StartsWith("--json: no errors", result.Output);
    }
}
