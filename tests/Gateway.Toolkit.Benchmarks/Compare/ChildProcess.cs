using System.Diagnostics;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>
/// A child that ends when its standard input closes, so that it does not outlive this process, however this process ends.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // Ctrl+C reaches the shell too: the traps let it outlive that and end the program, which may ignore the signal itself.
    // TERM has no trap: between fork and exec the program would still have it, and lose the signal.
    private const string Watch = "trap : INT HUP; \"$@\" >&2 & echo $!; read -r _; kill $!; wait $!";
    private const int ErrorLinesKept = 20;
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly Queue<string> _errors = [];

    private ChildProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>The last lines of standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
                return string.Join('\n', _errors);
        }
    }

    public static ChildProcess Start(string file, params IEnumerable<string> arguments) =>
        new(Process.Start(new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>
    /// Starts a program that does not watch its standard input, under a shell that does. The shell's first line of output
    /// is the program's process id.
    /// </summary>
    public static ChildProcess StartWatched(string file, params IEnumerable<string> arguments) =>
        Start("/bin/sh", ["-c", Watch, "sh", file, .. arguments]);

    public async Task<string> ReadLineAsync(CancellationToken cancellation) =>
        await _process.StandardOutput.ReadLineAsync(cancellation)
        ?? throw new CompareException($"{_process.StartInfo.FileName} ended: {Errors}");

    public async Task<string> AskAsync(string question, CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync(question.AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
        return await ReadLineAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(EndsWithin);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_errors)
        {
            _errors.Enqueue(line);
            if (_errors.Count > ErrorLinesKept)
                _errors.Dequeue();
        }
    }
}
