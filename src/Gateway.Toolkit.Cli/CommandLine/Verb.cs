using Gateway.Toolkit.Cli.Output;

namespace Gateway.Toolkit.Cli.CommandLine;

/// <summary>One thing that the tool does.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">What stands after it, each a word; one that ends in <c>…</c> may be given several times.</param>
/// <param name="Summary">What it does, in half a line.</param>
/// <param name="Options">Its options.</param>
/// <param name="RunAsync">Does it, and returns the exit code.</param>
internal sealed record Verb(
    string Name,
    IReadOnlyList<string> Arguments,
    string Summary,
    IReadOnlyList<VerbOption> Options,
    Func<ParsedArguments, Terminal, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>What to know beyond the summary, a paragraph each.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Whether the last argument may be given several times.</summary>
    public bool TakesMany => Arguments.Count > 0 && Arguments[^1].EndsWith('…');

    /// <summary><c>check FILE…</c></summary>
    public string Synopsis => string.Join(' ', [Name, .. Arguments]);
}
