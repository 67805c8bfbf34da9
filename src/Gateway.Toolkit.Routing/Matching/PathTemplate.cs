using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Gateway.Toolkit.Routing;

/// <summary>A route's path: what the tree places it by, and what takes the route values from a request's path.</summary>
internal sealed class PathTemplate
{
    private readonly IReadOnlyList<KeyValuePair<string, IRouteConstraint>> _constraints;

    public PathTemplate(
        RoutePattern pattern, IReadOnlyList<TemplateSegment> segments, IReadOnlyList<KeyValuePair<string, IRouteConstraint>> constraints)
    {
        Pattern = pattern;
        Segments = segments;
        _constraints = constraints;
        Specificity = string.Concat(segments.Select(segment => (char)segment.Kind));
        Detail = segments.Sum(segment => segment.Detail);
        Shapes = [.. ShapesOf(segments)];
        HasChecks = constraints.Count > 0 || segments.Any(segment => segment.Complex is not null);
    }

    public RoutePattern Pattern { get; }

    public IReadOnlyList<TemplateSegment> Segments { get; }

    /// <summary>The segments' kinds as digits: of two paths that fit a request, the lower text is the more specific one.</summary>
    public string Specificity { get; }

    /// <summary>Decides between paths of equal kinds: the one that says more wins.</summary>
    public int Detail { get; }

    /// <summary>The paths it stands for, several if segments at its end may be missing; equal for templates that take the same paths.</summary>
    public IReadOnlyList<string> Shapes { get; }

    /// <summary>Whether a request's path that the tree leads here may still not fit.</summary>
    public bool HasChecks { get; }

    /// <summary>Takes the route values from a path that the tree led here.</summary>
    /// <returns>False if a constraint or a complex segment does not fit.</returns>
    public bool TryCapture(HttpContext context, string path, ReadOnlySpan<PathSlice> slices, [NotNullWhen(true)] out RouteValueDictionary? values)
    {
        values = [];
        foreach (var (name, value) in Pattern.Defaults)
            values[name] = value;
        for (var i = 0; i < Segments.Count; i++)
        {
            var segment = Segments[i];
            if (segment.Kind is SegmentKind.CatchAll or SegmentKind.ConstrainedCatchAll)
                CaptureRest(segment.Parameter!, path, slices, i, values);
            else if (i < slices.Length && segment.Parameter is { } name)
                values[name] = path.Substring(slices[i].Start, slices[i].Length);
            else if (i < slices.Length && segment.Complex?.TryCapture(path.Substring(slices[i].Start, slices[i].Length), values) == false)
                return false;
        }

        foreach (var (name, constraint) in _constraints)
        {
            if (!constraint.Match(context, route: null, name, values, RouteDirection.IncomingRequest))
                return false;
        }

        return true;
    }

    private static IEnumerable<string> ShapesOf(IReadOnlyList<TemplateSegment> segments)
    {
        for (var length = segments.Count; length >= 0; length--)
        {
            yield return string.Join('/', segments.Take(length).Select(segment => segment.Shape))
                + "?" + string.Join('/', segments.Skip(length).Select(segment => segment.Shape));
            if (length > 0 && !segments[length - 1].MayBeMissing)
                yield break;
        }
    }

    // As in ASP.NET, a catch-all that takes nothing is there all the same, as null or its default.
    private static void CaptureRest(string name, string path, ReadOnlySpan<PathSlice> slices, int index, RouteValueDictionary values)
    {
        if (index < slices.Length)
            values[name] = path[slices[index].Start..];
        else
            values.TryAdd(name, null);
    }
}
