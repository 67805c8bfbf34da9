using System.Text.RegularExpressions;
using Gateway.Toolkit.Cli.Output;

namespace Gateway.Toolkit.Cli.Tests;

/// <summary><c>gateway run</c> under way, on a free port.</summary>
internal sealed partial class RunningGateway : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly WatchedWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly Task<int> _run;

    private RunningGateway(CliFolder folder, string[] args) => _run = Task.Run(() => CliApp.RunAsync(
        ["run", .. args, "--urls", "http://127.0.0.1:0"], new Terminal(_output, _error) { Folder = folder.Path }, _stop.Token));

    public HttpClient Client { get; } = new();

    public static async Task<RunningGateway> StartAsync(CliFolder folder, params string[] args)
    {
        var gateway = new RunningGateway(folder, args);
        var listening = gateway._output.WaitForAsync(Listening());
        if (await Task.WhenAny(listening, gateway._run) == gateway._run)
            throw new InvalidOperationException($"The gateway did not start: {gateway._error}");
        gateway.Client.BaseAddress = new((await listening).Groups[1].Value);
        return gateway;
    }

    /// <summary>Waits for something in the output.</summary>
    public Task<Match> OutputAsync(Regex pattern) => _output.WaitForAsync(pattern);

    public async Task<HttpResponseMessage> SendAsync(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await Client.SendAsync(request);
    }

    /// <summary>Stops it as Ctrl+C does, and returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        _stop.Dispose();
        await _output.DisposeAsync();
        await _error.DisposeAsync();
    }

    [GeneratedRegex(@"Listening on (http://127\.0\.0\.1:\d+)\.")]
    private static partial Regex Listening();
}
