using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>A route as the table keeps it: everything that was worked out from its <c>Match</c>, for as long as the route lives.</summary>
internal sealed class RouteEntry
{
    private readonly string[] _methods;
    private readonly string[] _contentTypes;
    private readonly string[] _accepts;
    private readonly ConditionTest[] _conditions;

    public RouteEntry(GatewayRoute route, MatchOptions options, int order, PathTemplate template, IReadOnlyList<HostPattern> hosts)
    {
        Route = route;
        Options = options;
        Order = order;
        Template = template;
        Hosts = hosts;
        HasCors = route.Find("Cors") is not null;
        _methods = [.. options.Methods.Select(method => method.ToUpperInvariant())];
        _contentTypes = [.. options.ContentType];
        _accepts = [.. options.Accept];
        _conditions =
        [
            .. options.Headers.Select(header => new ConditionTest(new HeaderSource(header.Key), header.Value)),
            .. options.Query.Select(parameter => new ConditionTest(new QuerySource(parameter.Key), parameter.Value)),
        ];
        ConditionHash = HashCode.Combine(Hash(options.Headers), Hash(options.Query));
        ConditionCount = _conditions.Length + (_contentTypes.Length > 0 ? 1 : 0) + (_accepts.Length > 0 ? 1 : 0);
    }

    public GatewayRoute Route { get; }

    public MatchOptions Options { get; }

    public int Order { get; }

    public PathTemplate Template { get; }

    /// <summary>The hosts; <see cref="HostPattern.Every"/> alone if none are named.</summary>
    public IReadOnlyList<HostPattern> Hosts { get; }

    /// <summary>The methods in upper case; empty for all.</summary>
    public IReadOnlyList<string> Methods => _methods;

    public bool HasCors { get; }

    /// <summary>How many conditions a request has to meet beyond path, host and method.</summary>
    public int ConditionCount { get; }

    /// <summary>Equal for equal header and query conditions in any order.</summary>
    public int ConditionHash { get; }

    /// <summary>The endpoint that stands for the route in ASP.NET; made when it is first needed.</summary>
    public Endpoint? Endpoint { get; set; }

    /// <summary>How well the methods fit: 0 for the method itself, 1 for GET standing in for another, 2 for all methods, -1 for not at all.</summary>
    public int MethodRank(string method, bool likeGet)
    {
        if (_methods.Length == 0)
            return 2;
        var rank = -1;
        foreach (var own in _methods)
        {
            if (own.Equals(method, StringComparison.OrdinalIgnoreCase))
                return 0;
            if (likeGet && own == "GET")
                rank = 1;
        }

        return rank;
    }

    /// <summary>How far a request whose path, host and method fit gets with the rest.</summary>
    /// <param name="request">The request.</param>
    /// <param name="announced">Of a preflight: the header fields that the request itself will have; null for other requests.</param>
    public MatchOutcome Check(HttpRequest request, string? announced)
    {
        foreach (var condition in _conditions)
        {
            if (!IsAnnounced(condition.Source, announced) && !condition.IsMet(request))
                return MatchOutcome.ConditionsUnmet;
        }

        if (announced is not null)
            return MatchOutcome.Matched;
        if (!MediaTypes.TakesBody(_contentTypes, request))
            return MatchOutcome.UnsupportedMediaType;
        return MediaTypes.IsAcceptable(_accepts, request) ? MatchOutcome.Matched : MatchOutcome.NotAcceptable;
    }

    private static int Hash(GatewayMap<MatchCondition> conditions)
    {
        var hash = 0;
        foreach (var (name, condition) in conditions)
            hash += HashCode.Combine(name.ToUpperInvariant(), condition);
        return hash;
    }

    private static bool IsAnnounced(ValueSource source, ReadOnlySpan<char> announced)
    {
        while (source is HeaderSource && !announced.IsEmpty)
        {
            if (ListMembers.Next(ref announced, ',').Equals(source.Name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
