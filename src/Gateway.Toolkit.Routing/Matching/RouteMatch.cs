using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit.Routing;

/// <summary>What the table found for a request.</summary>
/// <param name="Outcome">Whether a route matched, or how near one came.</param>
/// <param name="Specificity">The kinds of the segments of the path that decided; see <see cref="PathTemplate.Specificity"/>.</param>
/// <param name="Entry">The route that matched.</param>
/// <param name="Values">Its route values; null if the path has no parameters.</param>
/// <param name="Allow">The methods of the path, where the request's is none of them.</param>
internal readonly record struct RouteMatch(
    MatchOutcome Outcome, string Specificity, RouteEntry? Entry, RouteValueDictionary? Values, IReadOnlyList<string>? Allow);
