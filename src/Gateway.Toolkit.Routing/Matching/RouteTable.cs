using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>
/// All routes of a snapshot, to be asked which of them gets a request. Immutable; a new snapshot has a new table, with the entries
/// of unchanged routes taken over.
/// </summary>
internal sealed class RouteTable
{
    private const int MaxSlicesOnStack = 64;

    private readonly PathNode _root = new();
    private readonly Dictionary<GatewayRoute, RouteEntry> _entries = [];
    private readonly int _depth;

    public RouteTable(IEnumerable<RouteEntry> entries)
    {
        foreach (var entry in entries)
        {
            var index = _entries.Count;
            _entries.Add(entry.Route, entry);
            _depth = Math.Max(_depth, entry.Template.Segments.Count);
            _root.Add(entry.Template, [.. entry.Hosts.Select(host => new RouteCandidate(entry, host, index))]);
        }
    }

    /// <summary>The entry of a route; null if the table has none.</summary>
    public RouteEntry? Find(GatewayRoute route) => _entries.GetValueOrDefault(route);

    /// <summary>Finds the route for a request.</summary>
    public RouteMatch Match(HttpContext context) => Match(context, context.Request.Method, null);

    /// <summary>Finds the route for the request that a preflight asks about.</summary>
    public RouteMatch MatchPreflight(HttpContext context) => Match(
        context, context.Request.Headers.AccessControlRequestMethod.ToString(), context.Request.Headers.AccessControlRequestHeaders.ToString());

    private RouteMatch Match(HttpContext context, string method, string? announced)
    {
        var path = context.Request.Path.Value ?? "";

        // "OPTIONS *" and "CONNECT host" ask for no path of this server's.
        if (path.Length == 0 && !context.Request.PathBase.HasValue)
            return default;

        // One more than the deepest template has: that there is more is all that a catch-all needs to know.
        var size = _depth + 1;
        var slices = size <= MaxSlicesOnStack ? stackalloc PathSlice[size] : new PathSlice[size];
        return new RouteSearch(context, path, slices[..PathSlice.Cut(path, slices)], method, announced).Run(_root);
    }
}
