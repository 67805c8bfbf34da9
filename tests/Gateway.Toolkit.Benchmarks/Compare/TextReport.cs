using System.Globalization;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>Writes a comparison as tables for reading, which are also Markdown.</summary>
internal static class TextReport
{
    public static void Write(ComparisonResult result, TextWriter output)
    {
        output.WriteLine();
        Table(
            output,
            ["", "requests/s", "CPU µs/request", "user", "system", "p50 ms", "p99 ms", "memory MB", "allocated bytes"],
            result.Proxies.Select(proxy => (string[])
            [
                proxy.Name,
                Number(proxy.Of(round => round.RequestsPerSecond).Median, "N0"),
                Number(proxy.Of(round => round.CpuMicroseconds).Median, "0.0"),
                Number(proxy.Of(round => round.UserMicroseconds).Median, "0.0"),
                Number(proxy.Of(round => round.SystemMicroseconds).Median, "0.0"),
                Number(proxy.Of(round => round.P50Milliseconds).Median, "0.00"),
                Number(proxy.Of(round => round.P99Milliseconds).Median, "0.00"),
                Number(proxy.Of(round => round.ResidentMegabytes).Median, "N0"),
                proxy.Rounds.All(round => round.AllocatedBytes is not null)
                    ? Number(proxy.Of(round => round.AllocatedBytes!.Value).Median, "N0")
                    : "–",
            ]));
        var references = result.References.ToArray();
        if (references.Length > 0)
        {
            output.WriteLine();
            Table(
                output,
                ["", .. references.SelectMany(reference => (string[])[$"requests/s to {reference.Name}", $"CPU to {reference.Name}"])],
                result.Proxies.Select(proxy => (string[])
                [
                    proxy.Name,
                    .. references.SelectMany(reference => (string[])
                    [
                        Ratio(proxy.To(reference, round => round.RequestsPerSecond)),
                        Ratio(proxy.To(reference, round => round.CpuMicroseconds)),
                    ]),
                ]));
        }

        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Medians of {result.Options.Rounds} rounds of {result.Options.Seconds} s after {result.Options.Warmup} s of warm-up, ")
            + "ratios with their spread.");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Options.Connections} connections, {Environment.ProcessorCount} cores, origin {result.Origin}; ")
            + string.Join(", ", result.Proxies.Select(proxy => $"{proxy.Name} {proxy.Version}")) + ".");
        var others = Spread.Of(result.Proxies.SelectMany(proxy => proxy.Rounds).Select(round => round.ShareOfOthers));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Other programs took {others.Median:P0} of the machine in the median measurement, {others.Most:P0} at most."));
        foreach (var proxy in result.Proxies.Where(proxy => proxy.Rounds.Any(round => round.Errors > 0)))
            output.WriteLine($"{proxy.Name}: {proxy.Rounds.Sum(round => round.Errors)} failed requests: its figures do not count.");
    }

    private static void Table(TextWriter output, string[] head, IEnumerable<string[]> body)
    {
        var rows = body.ToArray();
        var widths = head.Select((cell, i) => rows.Append(head).Max(row => row[i].Length)).ToArray();
        output.WriteLine(Row(head, widths));
        output.WriteLine($"|{string.Join('|', widths.Select((width, i) => i == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":"))}|");
        foreach (var row in rows)
            output.WriteLine(Row(row, widths));
    }

    private static string Row(string[] cells, int[] widths) =>
        $"| {string.Join(" | ", cells.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))} |";

    private static string Ratio(Spread ratio) =>
        $"{Number(ratio.Median, "0.00")} ({Number(ratio.Least, "0.00")}–{Number(ratio.Most, "0.00")})";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
