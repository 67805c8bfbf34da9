using System.Text;

namespace Gateway.Toolkit.Routing;

/// <summary>Changes of query parameters. Those that are not named stay as they came, byte by byte and in their order.</summary>
internal sealed class QueryEdits
{
    private readonly FieldEdit[] _edits;

    private QueryEdits(FieldEdit[] edits) => _edits = edits;

    /// <summary>Null if there are no changes.</summary>
    public static QueryEdits? Of(params FieldEdit[] edits) => edits.Length == 0 ? null : new(edits);

    /// <summary>The new query with its question mark; empty if nothing is left.</summary>
    /// <param name="query">The query as it came, without its question mark.</param>
    /// <param name="source">Where values come from.</param>
    public string Apply(ReadOnlySpan<char> query, in ExchangeValueSource source)
    {
        var result = new StringBuilder(query.Length + 32);
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (!query.IsEmpty && !IsReplaced(pair))
                Separate(result).Append(pair);
        }

        foreach (var edit in _edits)
        {
            if (edit.Value?.Render(in source, TemplatePlace.Query, out var value) == TemplateOutcome.Complete)
                Separate(result).Append(UriText.EncodeQuery(edit.Name)).Append('=').Append(value);
        }

        return result.Length > 1 ? result.ToString() : "";
    }

    private bool IsReplaced(ReadOnlySpan<char> pair)
    {
        var equals = pair.IndexOf('=');
        var name = equals < 0 ? pair : pair[..equals];
        foreach (var edit in _edits)
        {
            if (!edit.Appends && UriText.IsParameter(name, edit.Name))
                return true;
        }

        return false;
    }

    private static StringBuilder Separate(StringBuilder result) => result.Append(result.Length == 0 ? '?' : '&');
}
