using Gateway.Toolkit.Cli.CommandLine;
using Gateway.Toolkit.Cli.Output;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Cli.Verbs;

/// <summary><c>gateway config</c>: what all sources together say, and which of them said it.</summary>
internal static class ConfigVerb
{
    public static Verb Verb { get; } = new(
        "config", ["FILE…"], "print the effective configuration and where each value comes from", [VerbOption.Env, VerbOption.Json], RunAsync)
    {
        Details =
        [
            "Later files are laid on top of earlier ones. Secrets print as ***, references (file:, env:, config:) as they are written.",
            "The output is JSON with comments, and reads back as a configuration.",
        ],
    };

    private static async Task<int> RunAsync(ParsedArguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        await using var files = LoadedFiles.Load(terminal, arguments.Values, arguments);
        var writer = new EffectiveConfigWriter(ConfigShape.Of(files.Services.GetRequiredService<ModuleCatalog>()));
        terminal.Out.Write(arguments.Has(VerbOption.Json) ? writer.Json(files.Root) + "\n" : writer.Text(files.Root));
        ErrorList.Write(terminal, files.Errors.Items);
        return files.Errors.HasErrors ? CliApp.ConfigurationErrors : CliApp.Ok;
    }
}
