using System.Globalization;
using System.Text.Json;
using Gateway.Toolkit.Cli.CommandLine;
using Gateway.Toolkit.Cli.Output;

namespace Gateway.Toolkit.Cli.Verbs;

/// <summary><c>gateway check</c>: all that is wrong with a configuration.</summary>
internal static class CheckVerb
{
    public static Verb Verb { get; } = new(
        "check", ["FILE…"], "report all that is wrong with a configuration", [VerbOption.Env, VerbOption.Json], RunAsync)
    {
        Details =
        [
            "Several files are one configuration, later ones laid on top of earlier ones.",
            "Every error is a line: the key's path, the line, what is wrong, and the place as FILE:LINE:COLUMN.",
        ],
    };

    private static async Task<int> RunAsync(ParsedArguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        await using var files = LoadedFiles.Load(terminal, arguments.Values, arguments);
        var counts = Counts(files);
        if (arguments.Has(VerbOption.Json))
        {
            terminal.WriteJson(json => Write(json, files, counts));
        }
        else
        {
            ErrorList.Write(terminal, files.Errors.Items);
            if (!files.Errors.HasErrors)
                Write(terminal, string.Join(", ", arguments.Values), files, counts);
        }

        return files.Errors.HasErrors ? CliApp.ConfigurationErrors : CliApp.Ok;
    }

    private static (string Name, int Count)[] Counts(LoadedFiles files)
    {
        var snapshot = files.Candidate.Snapshot;
        return
        [
            ("routes", snapshot.Routes.Count),
            ("upstreams", snapshot.Upstreams.Count),
            ("destinations", snapshot.Upstreams.Values.Sum(upstream => upstream.Destinations.Count)),
            ("policies", files.Root.Find("Policies")?.Members.Count(policy => !policy.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase)) ?? 0),
        ];
    }

    private static void Write(Terminal terminal, string names, LoadedFiles files, (string Name, int Count)[] counts)
    {
        terminal.Out.WriteLine($"{names}: no errors");
        var table = new Table();
        foreach (var (name, count) in counts)
            table.Add(name, count.ToString(CultureInfo.InvariantCulture));
        table.Add("snapshot", files.Candidate.Snapshot.Hash);
        terminal.Write(table);
    }

    private static void Write(Utf8JsonWriter json, LoadedFiles files, (string Name, int Count)[] counts)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", !files.Errors.HasErrors);
        ErrorList.Write(json, files.Errors.Items);
        foreach (var (name, count) in counts)
            json.WriteNumber(name, count);
        json.WriteString("snapshot", files.Candidate.Snapshot.Hash);
        json.WriteEndObject();
    }
}
