namespace Gateway.Toolkit.Cli.Tests;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>All of it as one text, to be compared whole.</summary>
    public override string ToString() =>
        $"{Output}{(Error.Length == 0 ? "" : $"{(Output.Length == 0 ? "" : "\n")}--- errors\n{Error}")}--- exit code {ExitCode}\n";
}
