using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Matching;

namespace Gateway.Toolkit.Routing;

/// <summary>Sends a request one of the ways that <see cref="GatewayMatcherPolicy"/> made, by what the table finds.</summary>
internal sealed class MatchJumpTable : PolicyJumpTable
{
    private readonly MatchFinder _finder;
    private readonly int _miss;
    private readonly (NodeEdge Edge, int Destination)[] _hits;

    public MatchJumpTable(MatchFinder finder, int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges)
    {
        _finder = finder;
        _miss = edges.FirstOrDefault(edge => ReferenceEquals(edge.State, NodeEdge.Miss), new(NodeEdge.Miss, exitDestination)).Destination;
        _hits =
        [
            .. edges.Where(edge => !ReferenceEquals(edge.State, NodeEdge.Miss))
                .Select(edge => ((NodeEdge)edge.State, edge.Destination))
                .OrderByDescending(edge => edge.Item1.CatchAll, StringComparer.Ordinal),
        ];
    }

    public override int GetDestination(HttpContext httpContext)
    {
        var match = _finder.Find(httpContext);
        if (match.Outcome is MatchOutcome.NoRoute or MatchOutcome.ConditionsUnmet)
            return _miss;
        foreach (var (edge, destination) in _hits)
        {
            if (edge.CatchAll.Length > 0 && string.CompareOrdinal(edge.CatchAll, match.Specificity) >= 0)
                continue;
            httpContext.Features.Set(_finder.ToFeature(match, edge.Methods));
            return destination;
        }

        return _miss;
    }
}
