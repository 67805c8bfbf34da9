namespace Gateway.Toolkit.Routing;

/// <summary>Where a redirect leads: a template in its parts, each with values that can't leave it.</summary>
internal sealed class RedirectTarget
{
    private GatewayTemplate? _value;
    private GatewayTemplate? _scheme;
    private GatewayTemplate? _authority;
    private GatewayTemplate? _path;
    private GatewayTemplate? _query;
    private GatewayTemplate? _fragment;

    private RedirectTarget()
    {
    }

    /// <summary>Whether the request's query goes along if nothing is said about it.</summary>
    public bool PreservesQuery => _value is null && _query is null;

    /// <summary>Takes a template apart.</summary>
    /// <param name="to">The template.</param>
    /// <param name="error">What is wrong, if it leads nowhere.</param>
    public static RedirectTarget? Parse(GatewayTemplate to, out string? error)
    {
        var text = to.ToText();
        error = null;
        var scheme = SchemeOf(text);
        if (scheme is null && TemplateText.StartsWithValue(text) && to.References[0].Kind != GatewayValueKind.Path)
        {
            if (to.References[0].Kind is GatewayValueKind.Header or GatewayValueKind.Query or GatewayValueKind.Cookie or GatewayValueKind.Claim)
                return new() { _value = to };
            error = $"\"{to}\" begins with a value that is no URL; write \"/{to}\" for a path";
            return null;
        }

        var target = new RedirectTarget();
        var rest = text;
        if (scheme is not null)
        {
            rest = rest[(scheme.Length + 3)..];
            var end = TemplateText.IndexOfAny(rest, "/?#");
            var path = rest.IndexOf("{path}", StringComparison.OrdinalIgnoreCase);
            if (path >= 0 && path < end)
                end = path;
            target._scheme = scheme;
            target._authority = rest[..end];
            rest = rest[end..];
            error = WrongAuthority(target._authority, to);
        }
        else if (text is not ['/', ..] || text is ['/', '/', ..])
        {
            error = text is ['{', '{', ..] || !TemplateText.StartsWithValue(text)
                ? $"\"{to}\" is neither a path that begins with one \"/\" nor an http or https URL"
                : null;
        }

        var query = TemplateText.IndexOfAny(rest, "?#");
        var fragment = TemplateText.IndexOfAny(rest, "#");
        target._path = query == 0 ? null : (GatewayTemplate)rest[..query];
        target._query = query < fragment ? (GatewayTemplate)rest[(query + 1)..fragment] : null;
        target._fragment = fragment < rest.Length ? (GatewayTemplate)rest[(fragment + 1)..] : null;
        return error is null ? target : null;
    }

    /// <summary>Adds errors for parts that can't stand where they do.</summary>
    public void Check(GatewayConfigNode node, RouteTemplates templates, GatewayErrors errors)
    {
        templates.Check(_value, TemplatePlace.Text, node, errors);
        templates.Check(_authority, TemplatePlace.Host, node, errors);
        templates.Check(_path, TemplatePlace.Path, node, errors);
        templates.Check(_query, TemplatePlace.Query, node, errors);
        templates.Check(_fragment, TemplatePlace.Query, node, errors);
    }

    /// <summary>The same target with the slashes kept of what the route captures with slashes.</summary>
    public RedirectTarget Bind(RouteTemplates templates) => new()
    {
        _value = _value,
        _scheme = _scheme,
        _authority = _authority,
        _path = templates.Bind(_path),
        _query = _query,
        _fragment = _fragment,
    };

    /// <summary>The URL for an exchange; null if a value can't stand in it, or leads to another host.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="preserveQuery">Whether the request's query goes along.</param>
    public string? For(Exchange exchange, bool preserveQuery)
    {
        var source = new ExchangeValueSource(exchange);
        if (_value is not null)
            return _value.Render(in source, TemplatePlace.Text, out var value) == TemplateOutcome.Complete ? LocalReference.Of(value) : null;
        if (!TryRender(_scheme, TemplatePlace.Text, in source, out var scheme)
            || !TryRender(_authority, TemplatePlace.Host, in source, out var authority)
            || !TryRender(_path, TemplatePlace.Path, in source, out var path)
            || !TryRender(_query, TemplatePlace.Query, in source, out var query)
            || !TryRender(_fragment, TemplatePlace.Query, in source, out var fragment))
        {
            return null;
        }

        if (preserveQuery && exchange.Target.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0)
            query = (_query is null ? "" : query + "&") + UriText.CleanQuery(exchange.Target[(mark + 1)..]);
        return string.Concat(
            _scheme is null ? "" : $"{scheme}://{authority}",
            path,
            query.Length == 0 ? "" : "?" + query,
            _fragment is null ? "" : "#" + fragment);
    }

    private static bool TryRender(GatewayTemplate? template, TemplatePlace place, in ExchangeValueSource source, out string text)
    {
        text = "";
        return template is null || template.Render(in source, place, out text) != TemplateOutcome.Refused;
    }

    private static string? SchemeOf(string text)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["https", "http", "{scheme}"])
        {
            if (text.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase))
                return text[..scheme.Length];
        }

        return null;
    }

    // Values of the request may choose a host of the domain that is written, not the domain.
    private static string? WrongAuthority(GatewayTemplate authority, GatewayTemplate to)
    {
        if (authority.ToText().Length == 0)
            return $"\"{to}\" names no host";
        if (authority.References.All(reference => reference.Kind is GatewayValueKind.Host or GatewayValueKind.Authority or GatewayValueKind.ServerPort))
            return null;
        var text = authority.ToText();
        var last = text[(text.LastIndexOf('}') + 1)..];
        return last.StartsWith('.') && last.Any(char.IsAsciiLetter)
            ? null
            : $"\"{to}\" would let a value of the request choose the host; write its domain, as in \"https://{{tenant}}.example.com\"";
    }
}
