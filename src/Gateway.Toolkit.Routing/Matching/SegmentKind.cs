namespace Gateway.Toolkit.Routing;

/// <summary>What a segment of a path template is: the more specific one first. The values are the digits of <see cref="PathTemplate.Specificity"/>.</summary>
internal enum SegmentKind
{
    Literal = '1',

    /// <summary>Literal text and parameters in one segment: <c>{name}.json</c>.</summary>
    Complex = '2',
    ConstrainedParameter = '3',
    Parameter = '4',
    ConstrainedCatchAll = '5',
    CatchAll = '6',
}
