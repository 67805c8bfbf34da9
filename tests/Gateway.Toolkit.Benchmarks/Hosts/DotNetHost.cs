using System.Globalization;
using System.Net;

namespace Gateway.Toolkit.Benchmarks.Hosts;

/// <summary>
/// Runs one server in this process, for the process that started it: writes <c>listening PORT</c>, answers every line on
/// standard input with the bytes allocated so far, and ends when standard input closes.
/// </summary>
internal static class DotNetHost
{
    public static async Task RunAsync(Func<WebApplicationBuilder, string, WebApplication> build, string origin)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        // Standard output belongs to the answers.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));

        await using var app = build(builder, origin);
        await app.StartAsync();
        Console.WriteLine($"listening {new Uri(app.Urls.Single()).Port.ToString(CultureInfo.InvariantCulture)}");

        // Reading standard input blocks, however it is called: on a pool thread it would take one from the server.
        await Task.Factory.StartNew(
            AnswerQuestions, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await app.StopAsync();
    }

    private static void AnswerQuestions()
    {
        while (Console.ReadLine() is not null)
            Console.WriteLine(GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture));
    }
}
