using System.Text.Json;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>What a run of wrk came to, as the script that <see cref="Wrk"/> gives it prints it: times in microseconds.</summary>
internal sealed record WrkResult(long Requests, double Duration, double P50, double P99, long Errors)
{
    /// <summary>Put before the result, to tell it from what wrk prints itself.</summary>
    public const string Marker = "result ";

    public static WrkResult Parse(string output) =>
        output.Split('\n').LastOrDefault(line => line.StartsWith(Marker, StringComparison.Ordinal)) is { } line
            ? JsonSerializer.Deserialize<WrkResult>(line.AsSpan(Marker.Length), JsonSerializerOptions.Web)!
            : throw new CompareException($"wrk gave no result: {output}");
}
