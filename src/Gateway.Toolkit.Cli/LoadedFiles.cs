using Gateway.Toolkit.Cli.CommandLine;
using Gateway.Toolkit.Cli.Output;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Cli;

/// <summary>Files that are read and checked, by an app that never starts.</summary>
internal sealed class LoadedFiles : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoadedFiles(WebApplication app, GatewayConfigNode root, Candidate candidate, GatewayErrors errors)
    {
        _app = app;
        Root = root;
        Candidate = candidate;
        Errors = errors;
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>The merged tree.</summary>
    public GatewayConfigNode Root { get; }

    /// <summary>What it says, as far as it is right.</summary>
    public Candidate Candidate { get; }

    /// <summary>All that is wrong, warnings included.</summary>
    public GatewayErrors Errors { get; }

    public static LoadedFiles Load(
        Terminal terminal, IReadOnlyList<string> files, ParsedArguments arguments, Action<IServiceCollection>? configure = null)
    {
        var builder = GatewayApp.Create(terminal, files, arguments);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        var errors = new GatewayErrors();
        var root = app.Services.GetRequiredService<IGatewayConfiguration>().Load(errors);
        var candidate = app.Services.GetRequiredService<SnapshotBuilder>().Check(root, [], null, errors);
        return new(app, root, candidate, errors);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
