using System.Globalization;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>Runs wrk. A script prints exact figures at its end, where wrk itself rounds them for reading; it costs the load nothing.</summary>
internal sealed class Wrk(string program, string scriptFile, int connections)
{
    public const int Threads = 2;

    private const string Script =
        $$"""
        done = function(summary, latency)
            local e = summary.errors
            io.write(string.format(
                '\n{{WrkResult.Marker}}{"requests":%d,"duration":%d,"p50":%.0f,"p99":%.0f,"errors":%d}\n',
                summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
                e.connect + e.read + e.write + e.status + e.timeout))
        end
        """;

    public static async Task<Wrk> PrepareAsync(string folder, int connections, CancellationToken cancellation)
    {
        var program = InstalledProgram.Find("wrk")
            ?? throw new CompareException("wrk makes the load, and it is not installed (Debian: apt install wrk).");
        var script = Path.Combine(folder, "result.lua");
        await File.WriteAllTextAsync(script, Script, cancellation);
        return new(program, script, connections);
    }

    public async Task<WrkResult> RunAsync(Uri target, int seconds, CancellationToken cancellation) => WrkResult.Parse(
        await InstalledProgram.RunAsync(
            program,
            [
                "--threads", Threads.ToString(CultureInfo.InvariantCulture),
                "--connections", connections.ToString(CultureInfo.InvariantCulture),
                "--duration", $"{seconds.ToString(CultureInfo.InvariantCulture)}s",
                "--script", scriptFile,
                target.ToString(),
            ],
            TimeSpan.FromSeconds(seconds + 30),
            cancellation));
}
