using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit.Routing;

/// <summary>One request's way through the table. It ends at the first path, in order of specificity, that has routes for the host.</summary>
internal ref struct RouteSearch
{
    private readonly HttpContext _context;
    private readonly string _path;
    private readonly ReadOnlySpan<PathSlice> _slices;
    private readonly RequestHost _host;
    private readonly string _method;
    private readonly bool _likeGet;
    private readonly string? _announced;

    private RouteCandidate? _best;
    private RouteValueDictionary? _values;
    private MatchOutcome _outcome;
    private string _specificity = "";
    private List<string>? _allow;

    /// <param name="context">The request.</param>
    /// <param name="path">Its path.</param>
    /// <param name="slices">The segments of the path.</param>
    /// <param name="method">The method to look for: the request's own or, for a preflight, the one it asks about.</param>
    /// <param name="announced">Of a preflight: the header fields that the request itself will have; null for other requests.</param>
    public RouteSearch(HttpContext context, string path, ReadOnlySpan<PathSlice> slices, string method, string? announced)
    {
        _context = context;
        _path = path;
        _slices = slices;
        _host = new(context.Request);
        _method = method;
        _announced = announced;

        // HEAD is GET without the body (RFC 9110, section 9.3.2); a WebSocket's GET is an extended CONNECT on HTTP/2 (RFC 8441).
        _likeGet = HttpMethods.IsHead(method)
            || (HttpMethods.IsConnect(method) && context.Features.Get<IHttpExtendedConnectFeature>()?.IsExtendedConnect == true);
    }

    public RouteMatch Run(PathNode root)
    {
        Visit(root, 0);
        if (_outcome == MatchOutcome.MethodNotAllowed)
        {
            // Once more, to collect the methods: other requests need not pay for a list.
            _allow = [];
            Visit(root, 0);
        }

        return new(_outcome, _specificity, _best?.Entry, _values, _allow);
    }

    // True if the search is over.
    private bool Visit(PathNode node, int depth)
    {
        if (depth == _slices.Length)
        {
            foreach (var end in node.Ends)
            {
                if (Decides(end))
                    return true;
            }

            return false;
        }

        var slice = _slices[depth];
        if (slice.Length > 0)
        {
            if (node.Literal(_path.AsSpan(slice.Start, slice.Length)) is { } literal && Visit(literal, depth + 1))
                return true;
            foreach (var kind in PathNode.Kinds)
            {
                if (node.Child(kind) is { } child && Visit(child, depth + 1))
                    return true;
            }
        }

        return (node.CatchAll(SegmentKind.ConstrainedCatchAll) is { } constrained && Decides(constrained))
            || (node.CatchAll(SegmentKind.CatchAll) is { } any && Decides(any));
    }

    private bool Decides(PathEnd end)
    {
        var (isHere, fallsThrough) = (false, true);
        Weigh(end.ForHost(_host.Name), ref isHere, ref fallsThrough);
        if (end.HasSuffixes)
        {
            for (var dot = _host.Name.IndexOf('.'); dot >= 0;)
            {
                if (dot > 0)
                    Weigh(end.ForSuffix(_host.Name[(dot + 1)..]), ref isHere, ref fallsThrough);
                var next = _host.Name[(dot + 1)..].IndexOf('.');
                dot = next < 0 ? -1 : dot + 1 + next;
            }
        }

        Weigh(end.AnyHost, ref isHere, ref fallsThrough);
        return _best is not null || (isHere && !fallsThrough);
    }

    private void Weigh(List<RouteCandidate> candidates, ref bool isHere, ref bool fallsThrough)
    {
        foreach (var candidate in candidates)
        {
            var entry = candidate.Entry;
            RouteValueDictionary? values = null;
            if (candidate.Host.Port != 0 && candidate.Host.Port != _host.Port)
                continue;
            if (entry.Template.HasChecks && !entry.Template.TryCapture(_context, _path, _slices, out values))
                continue;
            isHere = true;
            fallsThrough &= entry.Options.FallThrough;
            if (_allow is not null)
                Allow(entry);
            else
                Weigh(candidate, values);
        }
    }

    private void Weigh(RouteCandidate candidate, RouteValueDictionary? values)
    {
        var entry = candidate.Entry;
        if (_best is not null && candidate.CompareTo(_best, _method, _likeGet) > 0)
            return;
        var outcome = entry.MethodRank(_method, _likeGet) < 0
            ? MatchOutcome.MethodNotAllowed
            : entry.Check(_context.Request, _announced);
        if (outcome > _outcome)
            (_outcome, _specificity) = (outcome, entry.Template.Specificity);
        if (outcome != MatchOutcome.Matched)
            return;
        _best = candidate;
        _values = values;
        if (values is null && entry.Template.Pattern.Parameters.Count > 0)
            entry.Template.TryCapture(_context, _path, _slices, out _values);
    }

    private readonly void Allow(RouteEntry entry)
    {
        foreach (var method in entry.Methods)
        {
            if (!_allow!.Contains(method))
                _allow.Add(method);
            if (method == "GET" && !_allow.Contains("HEAD"))
                _allow.Add("HEAD");
        }
    }
}
