using Gateway.Toolkit.Cli.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Cli;

/// <summary>The app behind every verb: an empty one, in which nothing but what the command line names decides.</summary>
internal static class GatewayApp
{
    public static WebApplicationBuilder Create(IReadOnlyList<string> files, ParsedArguments arguments)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = Directory.GetCurrentDirectory() });
        builder.Services.AddGateway(gateway =>
        {
            foreach (var file in files)
                gateway.JsonFile(file);
            if (arguments.Find(VerbOption.Env) is not { } name)
                return;
            foreach (var file in files)
                gateway.JsonFile(Overlay(file, name), optional: true);
            gateway.Configuration(new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("Gateway"));
        });
        return builder;
    }

    private static string Overlay(string file, string name) => Path.ChangeExtension(file, name + Path.GetExtension(file));
}
