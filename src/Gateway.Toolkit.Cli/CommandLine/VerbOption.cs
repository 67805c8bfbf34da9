namespace Gateway.Toolkit.Cli.CommandLine;

/// <summary>One option of a verb.</summary>
/// <param name="Name">Its name with its dashes.</param>
/// <param name="Value">What follows it; null for a switch.</param>
/// <param name="Summary">What it does.</param>
internal sealed record VerbOption(string Name, string? Value, string Summary)
{
    public static VerbOption Env { get; } = new(
        "--env", "NAME", "lay FILE.NAME.json and the environment variables Gateway__… on top (a.json with --env dev: a.dev.json)");

    public static VerbOption Json { get; } = new("--json", null, "print JSON, for machines");

    public static VerbOption Help { get; } = new("--help", null, "print this help");

    public override string ToString() => Value is null ? Name : $"{Name} {Value}";
}
