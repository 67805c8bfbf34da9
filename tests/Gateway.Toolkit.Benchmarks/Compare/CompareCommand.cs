using System.CommandLine;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>The command line: <c>compare</c> is its one visible command beside <c>micro</c>, whose arguments are BenchmarkDotNet's own.</summary>
internal static class CompareCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var rounds = Number("--rounds", 5, "Measurements of each proxy.", 1, 1000);
        var seconds = Number("--seconds", 5, "Length of one measurement.", 1, 3600);
        var warmup = Number("--warmup", 10, "Seconds of load on each proxy before the first round.", 0, 3600);
        var connections = Number("--connections", 32, "Connections that the load comes over.", Wrk.Threads, 1000);
        var json = new Option<FileInfo?>("--json") { Description = "Also write every figure to this file." };
        var only = new Option<string[]>("--only")
        {
            Description = $"Compare these alone, separated by commas: {string.Join(", ", Proxies.Names)}.",
            CustomParser = result => result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToArray(),
            DefaultValueFactory = _ => [],
        };
        only.Validators.Add(result =>
        {
            foreach (var name in result.GetValueOrDefault<string[]>()?.Except(Proxies.Names) ?? [])
                result.AddError($"--only: there is no \"{name}\"; allowed: {string.Join(", ", Proxies.Names)}");
        });

        var compare = new Command("compare", "Drives proxies side by side with wrk and prints what a request costs in each.")
        {
            rounds, seconds, warmup, connections, only, json,
        };
        compare.SetAction(async (parsed, cancellation) =>
        {
            var options = new CompareOptions(
                parsed.GetValue(rounds),
                parsed.GetValue(seconds),
                parsed.GetValue(warmup),
                parsed.GetValue(connections),
                parsed.GetValue(only) is { Length: > 0 } names ? [.. names.Distinct()] : Proxies.Names,
                parsed.GetValue(json));
            try
            {
                return await Comparison.RunAsync(options, cancellation);
            }
            catch (CompareException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                return 2;
            }
        });
        var root = new RootCommand("Benchmarks of Gateway.Toolkit.")
        {
            compare,
            new Command("micro", "BenchmarkDotNet micro benchmarks; takes BenchmarkDotNet's own arguments, such as --filter '*'."),
        };
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
    }

    private static Option<int> Number(string name, int usual, string description, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (result.GetValueOrDefault<int>() < least || result.GetValueOrDefault<int>() > most))
                result.AddError($"{name}: allowed are {least} to {most}");
        });
        return option;
    }
}
