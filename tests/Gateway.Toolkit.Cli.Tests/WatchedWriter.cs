using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Toolkit.Cli.Tests;

/// <summary>Collects what several threads write, and tells when something appears in it.</summary>
internal sealed class WatchedWriter : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Write(string? value)
    {
        lock (_lock)
        {
            _text.Append(value);
            _written.TrySetResult();
            _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public async Task<Match> WaitForAsync(Regex pattern)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            Task written;
            lock (_lock)
            {
                if (pattern.Match(_text.ToString()) is { Success: true } match)
                    return match;
                written = _written.Task;
            }

            try
            {
                await written.WaitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"\"{pattern}\" did not appear in:\n{_text}");
            }
        }
    }
}
