using Microsoft.AspNetCore.Routing.Patterns;

namespace Gateway.Toolkit.Routing;

/// <summary>What the templates of a route can take from its path: the names that it captures.</summary>
internal sealed class RouteTemplates
{
    // What a route without a path matches.
    private const string AnyPath = "/{**path}";

    private readonly IReadOnlyList<RoutePatternParameterPart>? _captures;
    private readonly bool _isWritten;

    private RouteTemplates(string? path)
    {
        _captures = RoutePatternFactory.Parse(path ?? AnyPath).Parameters;
        _isWritten = path is not null;
    }

    private RouteTemplates()
    {
    }

    /// <summary>Of an item; where no path of ours matches, or it is in error, nothing is known.</summary>
    public static RouteTemplates Of(GatewayItem item)
    {
        try
        {
            return item.Get<MatchOptions>() is { } match ? new(match.Path) : new();
        }
        catch (RoutePatternException)
        {
            return new();
        }
    }

    /// <summary>Adds errors for what can't stand in its place, and for route values that the route does not capture.</summary>
    public void Check(GatewayTemplate? template, TemplatePlace place, GatewayConfigNode node, GatewayErrors errors)
    {
        if (template is null)
            return;
        template.Check(place, node, errors);
        if (_captures is null)
            return;
        foreach (var reference in template.References)
        {
            if (reference.Kind == GatewayValueKind.Route && !Captures(reference.Name))
                errors.Add(node, $"the route's path captures no \"{reference.Name}\"; {Captured()}");
            else if (_isWritten && reference.Name.Length == 0 && Captures(reference.ToText()))
                errors.Add(node, $"{{{reference}}} is a value of the request, but the route's path captures a \"{reference}\" too; give that another name");
        }
    }

    /// <summary>The template with the slashes kept of what the route captures with slashes.</summary>
    public GatewayTemplate? Bind(GatewayTemplate? template) =>
        template?.KeepSlashes((_captures ?? []).Where(capture => capture.IsCatchAll).Select(capture => capture.Name));

    private bool Captures(string name) => _captures!.Any(capture => capture.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private string Captured() => _captures!.Count == 0
        ? "it captures nothing"
        : $"it captures {string.Join(", ", _captures.Select(capture => $"{{{capture.Name}}}"))}";
}
