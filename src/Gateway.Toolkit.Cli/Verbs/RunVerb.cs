using System.Net.Sockets;
using Gateway.Toolkit.Cli.CommandLine;
using Gateway.Toolkit.Cli.Output;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit.Cli.Verbs;

/// <summary><c>gateway run</c>: serves a configuration.</summary>
internal static class RunVerb
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    private static readonly VerbOption _urls = new("--urls", "URL", $"where to listen: one or more, with ; between ({DefaultUrl})");

    private static readonly VerbOption _watch = new("--watch", null, "put changes of the files in use as they are saved; this is always so");

    public static Verb Verb { get; } = new(
        "run", ["FILE…"], "serve a configuration as a gateway", [_urls, _watch, VerbOption.Env], RunAsync)
    {
        Details =
        [
            "Later files are laid on top of earlier ones. A change of a file is live within a second, and no request is lost by it; "
                + "what is wrong in it is logged, and the version before stays in use. Requests that no route matches get 404.",
        ],
    };

    private static async Task<int> RunAsync(ParsedArguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var urls = Urls(arguments.Find(_urls) ?? DefaultUrl);
        var started = false;
        var builder = GatewayApp.Create(terminal, arguments.Values, arguments);
        builder.WebHost.UseUrls(urls);
        builder.Logging
            .AddProvider(new LineLoggerProvider(terminal.Out, TimeProvider.System))
            .AddFilter("Microsoft", LogLevel.Warning)
            // What keeps the app from starting is said once, below, without a stack.
            .AddFilter("Microsoft.AspNetCore.Hosting", level => started && level >= LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", level => started && level >= LogLevel.Warning);
        await using var app = builder.Build();
        app.Use((context, next) => context.GetEndpoint() is null
            ? GatewayRequest.RejectAsync(context, GatewayProblem.NoRoute)
            : next(context));
        app.MapGateway();
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidOperationException)
        {
            terminal.Error.WriteLine($"gateway run: {exception.Message}");
            return CliApp.ConfigurationErrors;
        }

        started = true;
        Banner.Write(terminal, app.Services.GetRequiredService<IGateway>().Snapshot, app.Urls);
        await app.WaitForShutdownAsync(cancellation);
        return CliApp.Ok;
    }

    private static string[] Urls(string text)
    {
        var urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls)
        {
            if (!IsAddress(url))
                throw new UsageException(Verb, $"--urls: \"{url}\" is no address to listen at; write it as {DefaultUrl}");
        }

        return urls;
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
