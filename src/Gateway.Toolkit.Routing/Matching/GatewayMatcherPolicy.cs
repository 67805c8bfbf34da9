using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Gateway.Toolkit.Routing;

/// <summary>
/// Joins the routing table to ASP.NET's matcher. Where the gateway's endpoint is among a node's endpoints, the node is split: if the
/// table has something for the request, into the app's own endpoints that win over it and the gateway's; if not, into the app's alone,
/// so that its 405 and its fallbacks stay what they are without a gateway.
/// </summary>
internal sealed class GatewayMatcherPolicy(MatchFinder finder)
    : MatcherPolicy, IEndpointComparerPolicy, INodeBuilderPolicy, IEndpointSelectorPolicy
{
    // Before the policies for methods and hosts, which then see only what is left.
    public override int Order => -5000;

    public IComparer<Endpoint> Comparer { get; } = Comparer<Endpoint>.Create(static (x, y) => IsGateway(x).CompareTo(IsGateway(y)));

    bool INodeBuilderPolicy.AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsGateway);

    bool IEndpointSelectorPolicy.AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsGateway);

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints)
    {
        var gateway = endpoints.Where(IsGateway).ToList();
        var own = endpoints.Where(endpoint => !IsGateway(endpoint)).ToList();
        var ranked = own.Where(endpoint => !IsFallback(endpoint)).ToLookup(SegmentKinds.OfCatchAll);

        // What is no catch-all wins over every route; a catch-all wins only over routes that are less specific: a way for each.
        var edges = new List<PolicyNodeEdge> { new(NodeEdge.Miss, own) };
        var winners = new List<Endpoint>();
        foreach (var kinds in ranked.Select(group => group.Key).Append("").Distinct().Order(StringComparer.Ordinal))
        {
            winners.AddRange(ranked[kinds]);
            edges.Add(new(new NodeEdge(kinds, Methods(winners)), [.. winners, .. gateway]));
        }

        return edges;
    }

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges) =>
        new MatchJumpTable(finder, exitDestination, edges);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var ownWins = false;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i))
                continue;
            if (!IsGateway(candidates[i].Endpoint))
            {
                ownWins = true;
            }
            else if (httpContext.Features.Get<MatchFeature>() is { } match)
            {
                candidates.ReplaceEndpoint(i, match.Endpoint, match.Values);
                if (!ownWins)
                    match.Announce(httpContext);
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsGateway(Endpoint endpoint) => endpoint.Metadata.GetMetadata<GatewayEndpointMark>() is not null;

    private static bool IsFallback(Endpoint endpoint) => endpoint is RouteEndpoint { Order: int.MaxValue };

    private static List<string> Methods(IEnumerable<Endpoint> endpoints) =>
        [.. endpoints.SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Distinct()];
}
