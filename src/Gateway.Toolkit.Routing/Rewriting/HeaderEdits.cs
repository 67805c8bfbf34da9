using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit.Routing;

/// <summary>Changes of header fields: the values are taken first, and put in place later.</summary>
internal sealed class HeaderEdits
{
    private readonly FieldEdit[] _edits;
    private readonly StringValues[]? _fixed;

    private HeaderEdits(FieldEdit[] edits)
    {
        _edits = edits;
        if (edits.All(edit => edit.Value is null or { Literal: not null }))
            _fixed = Array.ConvertAll(edits, edit => new StringValues(edit.Value?.Literal));
    }

    /// <summary>Null if there are no changes.</summary>
    public static HeaderEdits? Of(params FieldEdit[] edits) => edits.Length == 0 ? null : new(edits);

    /// <summary>The values for <see cref="Apply(ExchangeHeaders, StringValues[])"/>; one is empty if the request does not have it.</summary>
    public StringValues[] Evaluate(in ExchangeValueSource source)
    {
        if (_fixed is not null)
            return _fixed;
        var values = new StringValues[_edits.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (_edits[i].Value?.Render(in source, TemplatePlace.Header, out var text) == TemplateOutcome.Complete)
                values[i] = text;
        }

        return values;
    }

    public void Apply(ExchangeHeaders headers, StringValues[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var edit = _edits[i];
            if (!edit.Appends)
                headers[edit.Name] = values[i];
            else if (values[i].Count > 0)
                headers.Append(edit.Name, values[i]);
        }
    }

    public void Apply(IHeaderDictionary headers, StringValues[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var edit = _edits[i];
            headers[edit.Name] = edit.Appends ? StringValues.Concat(headers[edit.Name], values[i]) : values[i];
        }
    }
}
