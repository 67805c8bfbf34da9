using Gateway.Toolkit.Cli.CommandLine;
using Gateway.Toolkit.Cli.Output;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Cli.Verbs;

/// <summary><c>gateway schema</c>: the JSON schema of the configuration.</summary>
internal static class SchemaVerb
{
    public static Verb Verb { get; } = new("schema", [], "print the JSON schema of the configuration, for editors", [], RunAsync)
    {
        Details = ["Save it, and name it in the file: { \"$schema\": \"./gateway.schema.json\", \"Routes\": … }."],
    };

    private static async Task<int> RunAsync(ParsedArguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        await using var app = GatewayApp.Create(terminal, [], arguments).Build();
        terminal.WriteJson(json => GatewayJsonSchema.Write(json, app.Services.GetServices<IGatewayModule>()));
        return CliApp.Ok;
    }
}
