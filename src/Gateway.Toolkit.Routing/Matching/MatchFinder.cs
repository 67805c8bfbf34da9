using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>Asks the table of the snapshot in use.</summary>
internal sealed class MatchFinder(IGateway gateway, GatewayEndpointDataSource source)
{
    /// <summary>Finds the route for a request.</summary>
    public RouteMatch Find(HttpContext context)
    {
        if (!source.IsFor(context.Request) || gateway.Snapshot.Part<RouteTable>() is not { } table)
            return default;
        if (IsPreflight(context.Request) && table.MatchPreflight(context) is { Entry: { } entry } match && HasCors(entry))
            return match;
        return table.Match(context);
    }

    /// <summary>What stands for a find on the request until it is known who wins.</summary>
    /// <param name="match">A route, or a rejection.</param>
    /// <param name="ownMethods">The methods that the app's own endpoints have at the place.</param>
    public MatchFeature ToFeature(in RouteMatch match, IReadOnlyList<string> ownMethods)
    {
        if (match.Entry is { } entry)
            return new(entry.Route, source.Of(entry), match.Values ?? [], null);
        var problem = match.Outcome switch
        {
            MatchOutcome.UnsupportedMediaType => GatewayProblem.UnsupportedMediaType,
            MatchOutcome.NotAcceptable => GatewayProblem.NotAcceptable,
            _ => GatewayProblem.MethodNotAllowed with { Headers = [new("Allow", string.Join(", ", match.Allow!.Union(ownMethods)))] },
        };
        return new(null, source.Rejection, [], problem);
    }

    // What the Fetch standard calls a CORS-preflight request.
    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;

    private bool HasCors(RouteEntry entry) =>
        entry.HasCors || source.Of(entry).Metadata.GetMetadata<ICorsMetadata>() is not (null or IDisableCorsAttribute);
}
