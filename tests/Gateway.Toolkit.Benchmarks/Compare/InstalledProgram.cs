using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>Programs of the machine: where they are, and what they print.</summary>
internal static partial class InstalledProgram
{
    // Servers live in the system folders, which an ordinary user's PATH may lack.
    private static readonly string[] SystemFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(SystemFolders)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    public static async Task<string> VersionAsync(string file, CancellationToken cancellation) =>
        VersionNumber().Match(await RunAsync(file, ["-v"], TimeSpan.FromSeconds(10), cancellation)).Value;

    /// <summary>Runs a program to its end and returns what it wrote to both outputs.</summary>
    public static async Task<string> RunAsync(
        string file, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(limit);
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(bounded.Token);
            var errors = process.StandardError.ReadToEndAsync(bounded.Token);
            await process.WaitForExitAsync(bounded.Token);
            return await output + await errors;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new CompareException($"{file} did not end within {limit.TotalSeconds} s");
        }
    }

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex VersionNumber();
}
