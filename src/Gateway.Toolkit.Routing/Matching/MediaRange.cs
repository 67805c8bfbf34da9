namespace Gateway.Toolkit.Routing;

/// <summary>A media type or a range of them: <c>text/html</c>, <c>text/*</c>, <c>application/*+json</c>, <c>*/*</c>.</summary>
internal readonly ref struct MediaRange
{
    private readonly ReadOnlySpan<char> _type;
    private readonly ReadOnlySpan<char> _subtype;

    private MediaRange(ReadOnlySpan<char> type, ReadOnlySpan<char> subtype)
    {
        _type = type;
        _subtype = subtype;
    }

    /// <summary>How much the range says: 0 for <c>*/*</c>, 1 for <c>text/*</c>, 2 for the others.</summary>
    public int Specificity => _type is "*" ? 0 : _subtype is "*" ? 1 : 2;

    /// <summary>Reads a range and what follows it, parameters, as it is.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out MediaRange range, out ReadOnlySpan<char> parameters)
    {
        var end = text.IndexOf(';');
        parameters = end < 0 ? [] : text[(end + 1)..];
        text = (end < 0 ? text : text[..end]).Trim(" \t");
        var slash = text.IndexOf('/');
        range = slash < 0 ? default : new(text[..slash], text[(slash + 1)..]);
        return slash > 0
            && HttpText.IsToken(range._type) && HttpText.IsToken(range._subtype)
            && (range._type is not "*" || range._subtype is "*");
    }

    /// <summary>Whether some media type is in both.</summary>
    public bool Overlaps(MediaRange other) =>
        (_type is "*" || other._type is "*" || _type.Equals(other._type, StringComparison.OrdinalIgnoreCase))
        && (Takes(_subtype, other._subtype) || Takes(other._subtype, _subtype));

    private static bool Takes(ReadOnlySpan<char> range, ReadOnlySpan<char> subtype) =>
        range is "*"
        || (range.StartsWith("*+") && subtype.EndsWith(range[1..], StringComparison.OrdinalIgnoreCase))
        || range.Equals(subtype, StringComparison.OrdinalIgnoreCase);
}
