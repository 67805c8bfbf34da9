namespace Gateway.Toolkit.Routing;

/// <summary>The routes whose paths end at one place of the tree, by their hosts.</summary>
/// <param name="missing">The kinds of the segments that may follow but are missing, as in <see cref="PathTemplate.Specificity"/>.</param>
internal sealed class PathEnd(string missing)
{
    private static readonly List<RouteCandidate> _none = [];

    private readonly List<RouteCandidate> _anyHost = [];
    private Dictionary<string, List<RouteCandidate>>? _hosts;
    private Dictionary<string, List<RouteCandidate>>? _suffixes;

    public string Missing => missing;

    /// <summary>The routes for all hosts, or for all hosts on one port.</summary>
    public List<RouteCandidate> AnyHost => _anyHost;

    public bool HasSuffixes => _suffixes is not null;

    public void Add(RouteCandidate candidate)
    {
        if (candidate.Host.Host.Length == 0)
            _anyHost.Add(candidate);
        else if (candidate.Host.IsSuffix)
            Add(_suffixes ??= new(StringComparer.OrdinalIgnoreCase), candidate);
        else
            Add(_hosts ??= new(StringComparer.OrdinalIgnoreCase), candidate);
    }

    /// <summary>The routes for exactly this host.</summary>
    public List<RouteCandidate> ForHost(ReadOnlySpan<char> host) => Find(_hosts, host);

    /// <summary>The routes for hosts that end like this.</summary>
    public List<RouteCandidate> ForSuffix(ReadOnlySpan<char> suffix) => Find(_suffixes, suffix);

    private static List<RouteCandidate> Find(Dictionary<string, List<RouteCandidate>>? map, ReadOnlySpan<char> host) =>
        map is not null && map.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(host, out var found) ? found : _none;

    private static void Add(Dictionary<string, List<RouteCandidate>> map, RouteCandidate candidate)
    {
        if (!map.TryGetValue(candidate.Host.Host, out var candidates))
            map[candidate.Host.Host] = candidates = [];
        candidates.Add(candidate);
    }
}
