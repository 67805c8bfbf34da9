using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Cli.Tests;

public sealed partial class RunTests : IAsyncLifetime, IDisposable
{
    private readonly CliFolder _folder = new();
    private readonly Dictionary<int, WebApp> _origins = [];

    public async Task InitializeAsync()
    {
        foreach (var port in (int[])[9001, 9002, 9003])
            _origins[port] = await WebApp.EchoAsync($"origin-{port}");
        _folder["a.json"] = Example();
    }

    public async Task DisposeAsync()
    {
        foreach (var origin in _origins.Values)
            await origin.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Requests_OfTheExample_GoWhereItSays()
    {
        await using var gateway = await RunningGateway.StartAsync(_folder, "a.json");

        var bodies = new HashSet<string>();
        for (var i = 0; i < 40; i++)
            bodies.Add(await gateway.Client.GetStringAsync("/api/x?q=1"));
        using var beta = await gateway.SendAsync("GET", "/api/x?q=1", ("X-Beta", "1"));
        using var hi = await gateway.SendAsync("GET", "/hi");
        using var post = await gateway.SendAsync("POST", "/hi");
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = gateway.Client.BaseAddress };
        using var old = await client.GetAsync("/old/7");

        Assert.Equal(["origin-9001 GET /x?q=1", "origin-9002 GET /x?q=1"], bodies.Order());
        Assert.Equal("origin-9003 GET /api/x?q=1", await beta.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, "hello", "text/plain"), (hi.StatusCode, await hi.Content.ReadAsStringAsync(), hi.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.Contains("GET", post.Content.Headers.Allow);
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/new/7"), (old.StatusCode, old.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("GET", "/nope")]
    [InlineData("GET", "/file.txt")]
    [InlineData("POST", "/")]
    public async Task Requests_ThatNoRouteMatches_GetAProblem(string method, string path)
    {
        await using var gateway = await RunningGateway.StartAsync(_folder, "a.json");

        using var response = await gateway.SendAsync(method, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("no-route", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Destination_ThatIsGone_IsAProblemWithoutItsAddress()
    {
        await using var gateway = await RunningGateway.StartAsync(_folder, "a.json");
        var address = new Uri(_origins[9003].Url);
        await _origins[9003].DisposeAsync();

        using var response = await gateway.SendAsync("GET", "/api/x", ("X-Beta", "1"));

        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.Contains("Proxy-Status"));
        Assert.DoesNotContain(address.Host, body);
        Assert.DoesNotContain($"{address.Port}", body);
    }

    [Fact]
    public async Task File_ThatChangesUnderLoad_IsLiveWithoutAFailedRequest()
    {
        await using var gateway = await RunningGateway.StartAsync(_folder, "a.json");
        using var stop = new CancellationTokenSource();
        var failures = 0;
        var load = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var response = await gateway.SendAsync("GET", "/api/x");
                if (!response.IsSuccessStatusCode)
                    Interlocked.Increment(ref failures);
            }
        })).ToArray();

        _folder["a.json"] = Example().Replace("hello", "bonjour", StringComparison.Ordinal);
        await gateway.OutputAsync(Reloaded());
        var changed = await gateway.Client.GetStringAsync("/hi");
        _folder["a.json"] = "{ \"Routes\": {\n  \"api\": }";
        var error = await gateway.OutputAsync(BrokenFile());
        var kept = await gateway.Client.GetStringAsync("/hi");
        await stop.CancelAsync();
        await Task.WhenAll(load);

        Assert.Equal(("bonjour", "bonjour"), (changed, kept));
        Assert.Contains("a.json:2:", error.Value);
        Assert.Equal(0, failures);
    }

    [Fact]
    public async Task Watch_IsWhatHappensAnyway()
    {
        await using var gateway = await RunningGateway.StartAsync(_folder, "a.json", "--watch");

        _folder["a.json"] = Example().Replace("hello", "bonjour", StringComparison.Ordinal);
        await gateway.OutputAsync(Reloaded());

        Assert.Equal("bonjour", await gateway.Client.GetStringAsync("/hi"));
    }

    [Fact]
    public async Task Start_SaysWhichRoutesThereAre_AndStopEndsItWell()
    {
        await using var gateway = await RunningGateway.StartAsync(_folder, "a.json");

        Assert.Matches(@"hi +GET /hi +Respond", (await gateway.OutputAsync(Routes())).Value);
        Assert.Equal(0, await gateway.StopAsync());
    }

    [Fact]
    public async Task Configuration_WithErrors_DoesNotStart()
    {
        _folder["a.json"] = Example().Replace("\"Rewrite\"", "\"Rewrit\"", StringComparison.Ordinal);

        var result = await _folder.RunAsync("run", "a.json", "--urls", "http://127.0.0.1:0");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("Gateway:Routes:api:Rewrit line 1: unknown key; did you mean \"Rewrite\"? [a.json:1:", result.Error);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Address_ThatIsTaken_IsSaidInOneLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var result = await _folder.RunAsync("run", "a.json", "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{taken.LocalEndpoint}", result.Error);
        Assert.Contains("address already in use", result.Error);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    private string Example() => _origins.Aggregate(
        CliFolder.Example, (text, origin) => text.Replace($"http://127.0.0.1:{origin.Key}", origin.Value.Url, StringComparison.Ordinal));

    [GeneratedRegex(@"Configuration \w+ → \w+: .*changed Routes:hi")]
    private static partial Regex Reloaded();

    [GeneratedRegex(@"error .*\[a\.json:2:\d+\]")]
    private static partial Regex BrokenFile();

    [GeneratedRegex(@"\n  hi .*\n")]
    private static partial Regex Routes();
}
