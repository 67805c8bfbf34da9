using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>Writes a comparison for machines: every measurement of every round, and the ratios.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public static async Task WriteAsync(ComparisonResult result, FileInfo file, CancellationToken cancellation)
    {
        var report = new
        {
            Machine = new { Cores = Environment.ProcessorCount, System = RuntimeInformation.OSDescription, Runtime = RuntimeInformation.FrameworkDescription },
            result.Options.Rounds,
            result.Options.Seconds,
            result.Options.Warmup,
            result.Options.Connections,
            result.Origin,
            Proxies = result.Proxies.Select(proxy => new
            {
                proxy.Name,
                proxy.Version,
                proxy.Rounds,
                RatioTo = result.References.ToDictionary(
                    reference => reference.Name,
                    reference => new
                    {
                        RequestsPerSecond = proxy.To(reference, round => round.RequestsPerSecond),
                        CpuMicroseconds = proxy.To(reference, round => round.CpuMicroseconds),
                    }),
            }),
        };
        file.Directory?.Create();
        await using var stream = file.Create();
        await JsonSerializer.SerializeAsync(stream, report, Indented, cancellation);
    }
}
