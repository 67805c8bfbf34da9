using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Gateway.Toolkit.Routing;

/// <summary>Reads route templates of ASP.NET.</summary>
internal sealed class PathTemplateParser(ParameterPolicyFactory policies)
{
    /// <summary>Reads a template, or adds an error at the place and returns null.</summary>
    public PathTemplate? Parse(string text, GatewayConfigNode place, GatewayErrors errors)
    {
        try
        {
            var pattern = RoutePatternFactory.Parse(text);
            var constraints = new List<KeyValuePair<string, IRouteConstraint>>();
            foreach (var parameter in pattern.Parameters)
            {
                foreach (var policy in parameter.ParameterPolicies)
                {
                    if (Create(parameter, policy) is IRouteConstraint constraint)
                        constraints.Add(new(parameter.Name, constraint));
                }
            }

            return new(pattern, [.. pattern.PathSegments.Select(segment => Segment(segment, constraints))], constraints);
        }
        catch (RoutePatternException exception)
        {
            errors.Add(place, $"\"{text}\" is no route template: {exception.Message.TrimEnd('.')}");
        }
        catch (Exception exception) when (exception is RouteCreationException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            errors.Add(place, $"\"{text}\" has a constraint that can't be used: {(exception.InnerException ?? exception).Message.TrimEnd('.')}");
        }

        return null;
    }

    // ASP.NET's own regex constraint backtracks, for up to ten seconds: too long for paths that anybody may send.
    private IParameterPolicy Create(RoutePatternParameterPart parameter, RoutePatternParameterPolicyReference policy)
    {
        if (policy.Content is not { } text || !text.StartsWith("regex(", StringComparison.OrdinalIgnoreCase) || !text.EndsWith(')'))
            return policies.Create(parameter, policy);
        var regex = new RegexRouteConstraint(
            new Regex(text[6..^1], RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
        return parameter.IsOptional ? new OptionalRouteConstraint(regex) : regex;
    }

    private static TemplateSegment Segment(RoutePatternPathSegment segment, List<KeyValuePair<string, IRouteConstraint>> constraints)
    {
        if (!segment.IsSimple)
            return Complex(segment);
        if (segment.Parts[0] is not RoutePatternParameterPart parameter)
            return new(SegmentKind.Literal) { Literal = Text(segment.Parts[0]), Shape = Quoted(Text(segment.Parts[0])) };
        var isConstrained = constraints.Exists(constraint => constraint.Key.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
        return new(SegmentKinds.Of(segment, isConstrained))
        {
            Parameter = parameter.Name,
            MayBeMissing = parameter.IsOptional || parameter.IsCatchAll || parameter.Default is not null,
            Detail = parameter.ParameterPolicies.Count,
            Shape = Shape(parameter),
        };
    }

    private static TemplateSegment Complex(RoutePatternPathSegment segment)
    {
        var parameters = segment.Parts.OfType<RoutePatternParameterPart>();
        var texts = segment.Parts.Select(Text);
        return new(SegmentKind.Complex)
        {
            Complex = new(segment),
            Detail = texts.Sum(text => text.Length) + parameters.Sum(parameter => parameter.ParameterPolicies.Count),
            Shape = string.Concat(segment.Parts.Select(part => part is RoutePatternParameterPart parameter ? Shape(parameter) : Quoted(Text(part)))),
        };
    }

    private static string Text(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    };

    private static string Quoted(string literal) => $"'{literal.ToUpperInvariant()}'";

    private static string Shape(RoutePatternParameterPart parameter) =>
        $"{{{(parameter.IsCatchAll ? "*" : "")}{string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content).Order(StringComparer.Ordinal))}}}";
}
