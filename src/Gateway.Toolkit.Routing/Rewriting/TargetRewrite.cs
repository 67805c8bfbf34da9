namespace Gateway.Toolkit.Routing;

/// <summary>Makes the new target. What no option touches stays as it came, byte by byte.</summary>
internal sealed class TargetRewrite
{
    private readonly GatewayTemplate? _path;
    private readonly PathPrefix? _removePrefix;
    private readonly PathRegex? _regex;
    private readonly GatewayTemplate? _addPrefix;
    private readonly QueryEdits? _query;

    private TargetRewrite(RewriteOptions options, QueryEdits? query, RouteTemplates templates)
    {
        _path = templates.Bind(options.Path);
        _removePrefix = options.RemovePrefix is { } prefix ? new(prefix) : null;
        _regex = options.PathRegex is { } regex ? new(regex) : null;
        _addPrefix = templates.Bind(options.AddPrefix);
        _query = query;
    }

    /// <summary>Null if the target stays.</summary>
    public static TargetRewrite? Of(RewriteOptions options, RouteTemplates templates)
    {
        var query = QueryEdits.Of(FieldEdit.Of(options.Query.Remove, options.Query.Set, options.Query.Append, templates));
        return query is null && options is { Path: null, RemovePrefix: null, PathRegex: null, AddPrefix: null }
            ? null
            : new(options, query, templates);
    }

    /// <summary>The new target; null if a value can't stand in it.</summary>
    public string? Apply(string target, in ExchangeValueSource source)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = NewPath(mark < 0 ? target : target[..mark], in source);
        if (path is null)
            return null;
        if (_query is not null)
            return path + _query.Apply(mark < 0 ? [] : target.AsSpan(mark + 1), in source);
        return mark < 0 ? path : string.Concat(path, target.AsSpan(mark));
    }

    private string? NewPath(string path, in ExchangeValueSource source)
    {
        if (_path is not null)
            return _path.Render(in source, TemplatePlace.Path, out var whole) == TemplateOutcome.Refused ? null : whole;
        var shorter = _removePrefix is null ? path : _removePrefix.Remove(path);
        var replaced = _regex is null ? shorter : _regex.Replace(shorter);
        if (replaced is null || _addPrefix is null)
            return replaced;
        return _addPrefix.Render(in source, TemplatePlace.Path, out var prefix) == TemplateOutcome.Refused
            ? null
            : string.Concat(prefix.AsSpan().TrimEnd('/'), replaced);
    }
}
