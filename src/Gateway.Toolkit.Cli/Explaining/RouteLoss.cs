using Gateway.Toolkit.Routing;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>A route that a request does not take.</summary>
/// <param name="Route">The route.</param>
/// <param name="Outcome">How far the request got with it.</param>
/// <param name="FitsPath">Whether its path fits at least.</param>
/// <param name="Reason">Why it was not taken.</param>
internal sealed record RouteLoss(GatewayRoute Route, MatchOutcome Outcome, bool FitsPath, string Reason)
{
    /// <summary>Says of every route but the winner why it lost, the nearest first: asks each of them alone, then what put another first.</summary>
    public static IReadOnlyList<RouteLoss> Of(RouteTable table, GatewaySnapshot snapshot, RouteMatch match, HttpContext context)
    {
        List<RouteEntry> entries = [.. snapshot.Routes.Values.Select(table.Find).OfType<RouteEntry>()];
        var deciding = match.Entry ?? entries.Find(
            entry => entry.Template.Specificity == match.Specificity && Alone(entry, context) != MatchOutcome.NoRoute);
        return [.. entries
            .Where(entry => entry != match.Entry)
            .Select(entry => Of(entry, match, deciding, entries, context))
            .OrderByDescending(loss => loss.Outcome)
            .ThenByDescending(loss => loss.FitsPath)];
    }

    private static RouteLoss Of(RouteEntry entry, RouteMatch match, RouteEntry? deciding, List<RouteEntry> entries, HttpContext context)
    {
        var outcome = Alone(entry, context);
        var fitsPath = outcome != MatchOutcome.NoRoute
            || Alone(new(entry.Route, entry.Options, entry.Order, entry.Template, [HostPattern.Every]), context) != MatchOutcome.NoRoute;
        return new(entry.Route, outcome, fitsPath, outcome switch
        {
            MatchOutcome.Matched when match.Entry is null => $"fits, but the more specific path of \"{deciding?.Route.Id}\" decides",
            MatchOutcome.Matched => Precedence(entry, match.Entry, entries, context),
            MatchOutcome.MethodNotAllowed => $"method {context.Request.Method} is not {Any(entry.Methods)}",
            MatchOutcome.ConditionsUnmet => string.Join("; ", ConditionText.Unmet(entry.Options, context.Request)),
            MatchOutcome.UnsupportedMediaType => $"content type \"{context.Request.ContentType}\" is not {Any(entry.Options.ContentType)}",
            MatchOutcome.NotAcceptable => $"Accept \"{context.Request.Headers.Accept}\" leaves out {Any(entry.Options.Accept)}",
            _ when fitsPath => $"host {context.Request.Host} is not {Any(entry.Options.Hosts)}",
            _ => $"path {context.Request.Path} does not fit {entry.Options.Path}",
        });
    }

    private static MatchOutcome Alone(RouteEntry entry, HttpContext context) => new RouteTable([entry]).Match(context).Outcome;

    // The same order as RouteCandidate.CompareTo, step by step.
    private static string Precedence(RouteEntry entry, RouteEntry winner, List<RouteEntry> entries, HttpContext context)
    {
        var method = context.Request.Method;
        var likeGet = HttpMethods.IsHead(method);
        var name = $"\"{winner.Route.Id}\"";
        if (entry.Template.Specificity != winner.Template.Specificity || entry.Template.Detail != winner.Template.Detail)
            return $"fits, but the path of {name} is more specific";
        if (HostRank(entry, context) != HostRank(winner, context))
            return $"fits, but the host of {name} is more specific";
        if (entry.MethodRank(method, likeGet) != winner.MethodRank(method, likeGet))
            return $"fits, but {name} names the method";
        if (entry.ConditionCount != winner.ConditionCount)
            return $"fits, but {name} has more conditions ({winner.ConditionCount}, not {entry.ConditionCount})";
        if (entry.Order != winner.Order)
            return $"fits, but {name} has the lower Order ({winner.Order}, not {entry.Order})";
        return $"fits, but {name} is written first (place {entries.IndexOf(winner) + 1}, not {entries.IndexOf(entry) + 1})";
    }

    private static int HostRank(RouteEntry entry, HttpContext context)
    {
        var host = new RequestHost(context.Request);
        var rank = HostPattern.Every.Rank;
        foreach (var pattern in entry.Hosts)
        {
            if (pattern.Matches(host))
                rank = Math.Min(rank, pattern.Rank);
        }

        return rank;
    }

    private static string Any(IReadOnlyList<string> names) => string.Join(" or ", names);
}
