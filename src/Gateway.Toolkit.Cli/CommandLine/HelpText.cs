using Gateway.Toolkit.Cli.Output;

namespace Gateway.Toolkit.Cli.CommandLine;

/// <summary>The pages of <c>--help</c>.</summary>
internal static class HelpText
{
    private const int WidestProse = 100;

    public static void Write(Terminal terminal, IReadOnlyList<Verb> verbs, string version)
    {
        terminal.Out.WriteLine($"gateway {version}: an API gateway from a JSON file");
        terminal.Out.WriteLine();
        var table = new Table();
        foreach (var verb in verbs)
            table.Add($"gateway {verb.Synopsis}", verb.Summary);
        Write(terminal, table);
        terminal.Out.WriteLine();
        var more = new Table(indent: 0);
        more.Add("\"gateway VERB --help\" says more, \"gateway --version\" which version this is.");
        more.Add("Exit codes: 0 all is well, 1 the configuration has errors, 2 the command line has.");
        Write(terminal, more);
    }

    public static void Write(Terminal terminal, Verb verb)
    {
        terminal.Out.WriteLine($"gateway {verb.Synopsis}{(verb.Options.Count > 0 ? " [OPTION…]" : "")}");
        var text = new Table();
        text.Add(verb.Summary);
        foreach (var paragraph in verb.Details)
            text.Add(paragraph);
        Write(terminal, text);
        terminal.Out.WriteLine();
        var options = new Table();
        foreach (var option in (IEnumerable<VerbOption>)[.. verb.Options, VerbOption.Help])
            options.Add(option.ToString(), option.Summary);
        Write(terminal, options);
    }

    private static void Write(Terminal terminal, Table table) => table.WriteTo(terminal.Out, Math.Min(terminal.Width, WidestProse));
}
