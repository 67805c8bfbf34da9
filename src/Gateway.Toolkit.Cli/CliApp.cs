using System.Reflection;
using Gateway.Toolkit.Cli.CommandLine;
using Gateway.Toolkit.Cli.Output;
using Gateway.Toolkit.Cli.Verbs;

namespace Gateway.Toolkit.Cli;

/// <summary>The tool, from its arguments to its exit code.</summary>
internal static class CliApp
{
    public const int Ok = 0;
    public const int ConfigurationErrors = 1;
    public const int WrongUsage = 2;

    private static readonly IReadOnlyList<Verb> _verbs = [RunVerb.Verb, CheckVerb.Verb, ExplainVerb.Verb, ConfigVerb.Verb, SchemaVerb.Verb];

    public static string Version { get; } =
        typeof(CliApp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation = default)
    {
        try
        {
            return await DispatchAsync(args, terminal, cancellation);
        }
        catch (UsageException exception)
        {
            terminal.Error.WriteLine($"gateway{(exception.Verb is { } of ? $" {of.Name}" : "")}: {exception.Message}");
            terminal.Error.WriteLine(exception.Verb is { } verb
                ? $"usage: gateway {string.Join(' ', [verb.Synopsis, .. verb.Options.Select(option => $"[{option}]")])}"
                : $"usage: gateway {string.Join('|', _verbs.Select(known => known.Name))} …   (\"gateway --help\" says more)");
            return WrongUsage;
        }
        catch (GatewayConfigException exception)
        {
            ErrorList.Write(terminal, exception.Errors);
            return ConfigurationErrors;
        }
    }

    private static async Task<int> DispatchAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation)
    {
        switch (args)
        {
            case []:
                throw new UsageException(null, "no verb is given");
            case ["--help" or "-h" or "-?" or "help"]:
                HelpText.Write(terminal, _verbs, Version);
                return Ok;
            case ["--version"]:
                terminal.Out.WriteLine(Version);
                return Ok;
        }

        var verb = _verbs.FirstOrDefault(verb => verb.Name == args[0])
            ?? throw new UsageException(null, $"unknown verb \"{args[0]}\"{NameSuggestions.Hint(args[0], [.. _verbs.Select(known => known.Name)])}");
        var parsed = ParsedArguments.Parse(verb, [.. args.Skip(1)]);
        if (!parsed.Has(VerbOption.Help))
            return await verb.RunAsync(parsed, terminal, cancellation);
        HelpText.Write(terminal, verb);
        return Ok;
    }
}
