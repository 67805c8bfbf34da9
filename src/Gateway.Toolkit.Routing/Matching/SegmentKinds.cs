using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Gateway.Toolkit.Routing;

/// <summary>Tells the kinds of segments apart, of routes and of the app's own endpoints.</summary>
internal static class SegmentKinds
{
    /// <summary>The kind of a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="isConstrained">Whether its parameter, if it is one alone, has constraints.</param>
    public static SegmentKind Of(RoutePatternPathSegment segment, bool isConstrained)
    {
        if (!segment.IsSimple)
            return SegmentKind.Complex;
        if (segment.Parts[0] is not RoutePatternParameterPart parameter)
            return SegmentKind.Literal;
        if (parameter.IsCatchAll)
            return isConstrained ? SegmentKind.ConstrainedCatchAll : SegmentKind.CatchAll;
        return isConstrained ? SegmentKind.ConstrainedParameter : SegmentKind.Parameter;
    }

    /// <summary>The kinds of an endpoint's segments, as in <see cref="PathTemplate.Specificity"/>, if it ends in a catch-all; empty if not.</summary>
    public static string OfCatchAll(Endpoint endpoint) =>
        endpoint is RouteEndpoint { RoutePattern: { PathSegments.Count: > 0 } pattern }
        && pattern.PathSegments[^1].Parts[0] is RoutePatternParameterPart { IsCatchAll: true }
            ? string.Concat(pattern.PathSegments.Select(segment => (char)Of(
                segment, segment.Parts[0] is RoutePatternParameterPart { ParameterPolicies.Count: > 0 })))
            : "";
}
