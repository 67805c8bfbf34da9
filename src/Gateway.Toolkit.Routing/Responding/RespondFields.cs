using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit.Routing;

/// <summary>The fields of a fixed response. Values are only looked for where templates ask for some.</summary>
internal sealed class RespondFields
{
    private readonly KeyValuePair<string, StringValues>[] _fields;
    private readonly GatewayTemplate[] _templates;
    private readonly bool _isFixed;

    public RespondFields(GatewayMap<GatewayTemplate> headers, string? contentType, RouteTemplates templates)
    {
        _templates = [.. headers.Values.Select(value => templates.Bind(value)!)];
        _isFixed = _templates.All(template => template.Literal is not null);
        _fields =
        [
            .. headers.Select(header => KeyValuePair.Create(header.Key, new StringValues(header.Value.Literal))),
            .. contentType is null ? Array.Empty<KeyValuePair<string, StringValues>>() : [new("Content-Type", contentType)],
        ];
    }

    public KeyValuePair<string, StringValues>[] For(Exchange exchange)
    {
        if (_isFixed)
            return _fields;
        var source = new ExchangeValueSource(exchange);
        var fields = _fields.AsSpan().ToArray();
        for (var i = 0; i < _templates.Length; i++)
        {
            if (_templates[i].Literal is null)
                fields[i] = new(fields[i].Key, _templates[i].Render(in source, TemplatePlace.Header, out var text) == TemplateOutcome.Complete ? text : default(StringValues));
        }

        return fields;
    }
}
