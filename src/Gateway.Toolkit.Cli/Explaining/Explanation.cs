using System.IO.Pipelines;
using System.Text;
using Gateway.Toolkit.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>What a gateway does with one request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Match">What the routing table found.</param>
/// <param name="Losses">The routes that it did not choose.</param>
/// <param name="Sent">What would be sent.</param>
/// <param name="Answer">The answer that the route gives without sending anything; null if it is not its own.</param>
/// <param name="AnswerBody">The beginning of its body.</param>
internal sealed record Explanation(
    HttpRequest Request,
    RouteMatch Match,
    IReadOnlyList<RouteLoss> Losses,
    IReadOnlyCollection<SentRequest> Sent,
    ExchangeResponse? Answer,
    string AnswerBody)
{
    private const int MaxBody = 400;

    public GatewayRoute? Route => Match.Entry?.Route;

    /// <summary>The answer where no route was chosen.</summary>
    public GatewayProblem Problem => Match.Outcome switch
    {
        MatchOutcome.MethodNotAllowed => GatewayProblem.MethodNotAllowed with { Headers = [new("Allow", string.Join(", ", Match.Allow!))] },
        MatchOutcome.UnsupportedMediaType => GatewayProblem.UnsupportedMediaType,
        MatchOutcome.NotAcceptable => GatewayProblem.NotAcceptable,
        _ => GatewayProblem.NoRoute,
    };

    /// <summary>Sends a request through the gateway of files whose modules are <see cref="DryModule"/>s.</summary>
    public static async Task<Explanation> CreateAsync(LoadedFiles files, HttpContext context, SentRequests sent)
    {
        var snapshot = files.Services.GetRequiredService<SnapshotBuilder>().Complete(files.Candidate, null, []);
        var table = snapshot.Part<RouteTable>()!;
        var match = table.Match(context);
        var losses = RouteLoss.Of(table, snapshot, match, context);
        if (match.Entry is not { } entry)
            return new(context.Request, match, losses, [], null, "");
        GatewayRequest.Matched(context, entry.Route, match.Values ?? []);
        var exchange = ExchangeFactory.Create(context, (GatewayFeature)context.Features.Get<IGatewayFeature>()!);
        await using var response = await entry.Route.Exchange(exchange);
        return new(
            context.Request, match, losses, sent.Items, sent.Items.Count == 0 ? response : null, response.Body is { } body ? await BeginningOf(body) : "");
    }

    private static async Task<string> BeginningOf(PipeReader body)
    {
        var read = await body.ReadAtLeastAsync(MaxBody);
        var text = Encoding.UTF8.GetString(read.Buffer.Slice(0, Math.Min(read.Buffer.Length, MaxBody)));
        var more = read.Buffer.Length > MaxBody || !read.IsCompleted;
        body.AdvanceTo(read.Buffer.End);
        return more ? text + "…" : text;
    }
}
