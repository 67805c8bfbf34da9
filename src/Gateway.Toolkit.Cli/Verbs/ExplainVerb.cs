using Gateway.Toolkit.Cli.CommandLine;
using Gateway.Toolkit.Cli.Explaining;
using Gateway.Toolkit.Cli.Output;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Cli.Verbs;

/// <summary><c>gateway explain</c>: what the gateway does with a request.</summary>
internal static class ExplainVerb
{
    private static readonly VerbOption _header = new("-H", "\"Name: value\"", "a header field of the request; may be given several times");

    public static Verb Verb { get; } = new(
        "explain",
        ["FILE", "METHOD", "URL"],
        "say which route a request takes, why not another, and what is sent where",
        [_header, VerbOption.Env, VerbOption.Json],
        RunAsync)
    {
        Details =
        [
            "Nothing is sent. The request is as if it came from 127.0.0.1, with no one signed in and no limit reached. "
                + "URL is a path (/orders/7?full) or all of it (http://shop.example/orders/7).",
        ],
    };

    private static async Task<int> RunAsync(ParsedArguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var sent = new SentRequests();
        await using var files = LoadedFiles.Load(terminal, [arguments.Values[0]], arguments, services => services.AddSingleton(
            provider => new ModuleCatalog(provider.GetServices<IGatewayModule>().Select(module => new DryModule(module, sent)))));
        var context = ExplainedRequest.Create(arguments.Values[1], arguments.Values[2], arguments.All(_header), files.Services);
        ErrorList.Write(terminal, files.Errors.Items);
        if (files.Errors.HasErrors)
            return CliApp.ConfigurationErrors;
        var explanation = await Explanation.CreateAsync(files, context, sent);
        if (arguments.Has(VerbOption.Json))
            terminal.WriteJson(json => ExplanationJson.Write(json, explanation));
        else
            ExplanationText.Write(terminal, explanation);
        return CliApp.Ok;
    }
}
