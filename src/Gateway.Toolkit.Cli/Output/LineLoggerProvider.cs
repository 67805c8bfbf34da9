using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit.Cli.Output;

/// <summary>Logs a line each: time, level, message; exceptions below it. Names of loggers only where they are not ours.</summary>
internal sealed class LineLoggerProvider(TextWriter output, TimeProvider time) : ILoggerProvider
{
    private readonly Lock _lock = new();

    public ILogger CreateLogger(string categoryName) =>
        new LineLogger(this, categoryName.StartsWith("Gateway.", StringComparison.Ordinal) ? "" : $" [{categoryName}]");

    public void Dispose()
    {
    }

    private void Write(LogLevel level, string message, Exception? exception)
    {
        var line = $"{time.GetLocalNow():HH:mm:ss} {Name(level)} {message.ReplaceLineEndings(" ")}";
        lock (_lock)
            output.WriteLine(exception is null ? line : $"{line}{Environment.NewLine}{exception}");
    }

    private static string Name(LogLevel level) => level switch
    {
        LogLevel.Warning => "warn ",
        LogLevel.Error => "error",
        LogLevel.Critical => "fatal",
        LogLevel.Information => "info ",
        _ => "debug",
    };

    private sealed class LineLogger(LineLoggerProvider provider, string suffix) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            provider.Write(logLevel, formatter(state, exception) + suffix, exception);
    }
}
