namespace Gateway.Toolkit.Routing;

/// <summary>
/// A place in the path tree. Below it, literals are told apart by their text and everything else by its kind alone, so that
/// paths of equal specificity meet at one end and are weighed against each other there.
/// </summary>
internal sealed class PathNode
{
    private static readonly SegmentKind[] _kinds = [SegmentKind.Complex, SegmentKind.ConstrainedParameter, SegmentKind.Parameter];

    private readonly List<PathEnd> _ends = [];
    private Dictionary<string, PathNode>? _literals;
    private PathNode?[]? _children;

    /// <summary>The kinds of segments that take any text, the more specific first.</summary>
    public static ReadOnlySpan<SegmentKind> Kinds => _kinds;

    /// <summary>The ends for a path that ends here, the more specific first.</summary>
    public List<PathEnd> Ends => _ends;

    /// <summary>Puts a route in place below this node, the root.</summary>
    public void Add(PathTemplate template, IReadOnlyList<RouteCandidate> candidates)
    {
        var node = this;
        var segments = template.Segments;
        for (var i = 0; i <= segments.Count; i++)
        {
            if (segments.Skip(i).All(segment => segment.MayBeMissing))
            {
                var end = node.End(template.Specificity[i..]);
                foreach (var candidate in candidates)
                    end.Add(candidate);
            }

            if (i == segments.Count || segments[i].Kind >= SegmentKind.ConstrainedCatchAll)
                return;
            node = node.Child(segments[i]);
        }
    }

    /// <summary>The node below for a literal; null if there is none.</summary>
    public PathNode? Literal(ReadOnlySpan<char> text) =>
        _literals is not null && _literals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var node) ? node : null;

    /// <summary>The node below for a kind of segment that takes any text; null if there is none.</summary>
    public PathNode? Child(SegmentKind kind) => _children?[kind - SegmentKind.Complex];

    /// <summary>The end for a catch-all here; null if there is none.</summary>
    public PathEnd? CatchAll(SegmentKind kind)
    {
        foreach (var end in _ends)
        {
            if (end.Missing.Length == 1 && end.Missing[0] == (char)kind)
                return end;
        }

        return null;
    }

    private PathNode Child(TemplateSegment segment)
    {
        if (segment.Kind != SegmentKind.Literal)
            return (_children ??= new PathNode?[_kinds.Length])[segment.Kind - SegmentKind.Complex] ??= new();
        _literals ??= new(StringComparer.OrdinalIgnoreCase);
        if (!_literals.TryGetValue(segment.Literal, out var node))
            _literals[segment.Literal] = node = new();
        return node;
    }

    private PathEnd End(string missing)
    {
        var index = _ends.FindIndex(end => string.CompareOrdinal(end.Missing, missing) >= 0);
        if (index >= 0 && _ends[index].Missing == missing)
            return _ends[index];
        var end = new PathEnd(missing);
        _ends.Insert(index < 0 ? _ends.Count : index, end);
        return end;
    }
}
