using Gateway.Toolkit.Cli.CommandLine;
using Gateway.Toolkit.Cli.Output;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Cli;

/// <summary>The app behind every verb: an empty one, in which nothing but what the command line names decides.</summary>
internal static class GatewayApp
{
    public static WebApplicationBuilder Create(Terminal terminal, IReadOnlyList<string> files, ParsedArguments arguments)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = terminal.Folder });
        builder.WebHost.UseKestrel(kestrel => kestrel.AddServerHeader = false);
        var env = arguments.Find(VerbOption.Env);
        if (env is not null)
            builder.Configuration.AddEnvironmentVariables();
        builder.Services.AddGateway(gateway =>
        {
            foreach (var file in files)
            {
                gateway.JsonFile(file);
                if (env is not null)
                    gateway.JsonFile(Overlay(file, env), optional: true);
            }
        });
        return builder;
    }

    private static string Overlay(string file, string name) => Path.ChangeExtension(file, name + Path.GetExtension(file));
}
