namespace Gateway.Toolkit.Routing;

/// <summary>One segment of a path template.</summary>
internal sealed record TemplateSegment(SegmentKind Kind)
{
    /// <summary>The text of a literal; empty for the others.</summary>
    public string Literal { get; init; } = "";

    /// <summary>The parameter's name; null for literals and complex segments.</summary>
    public string? Parameter { get; init; }

    /// <summary>The parts of a complex segment; null for the others.</summary>
    public ComplexSegment? Complex { get; init; }

    /// <summary>Whether the segment may be missing at the end of a path.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>How much the segment says beyond its kind: its constraints, and its literal characters beside parameters.</summary>
    public int Detail { get; init; }

    /// <summary>Equal for segments that take the same texts, whatever their parameters are called.</summary>
    public string Shape { get; init; } = "";
}
