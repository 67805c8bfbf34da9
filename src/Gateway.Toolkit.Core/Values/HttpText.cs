using System.Buffers;

namespace Gateway.Toolkit;

/// <summary>What names and values of header fields, methods and hosts may hold (RFC 9110).</summary>
public static class HttpText
{
    private static readonly SearchValues<char> _token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> _host =
        SearchValues.Create("-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> _addressV6 = SearchValues.Create(":.0123456789ABCDEFabcdef");

    /// <summary>Whether a text is a token (RFC 9110, section 5.6.2): the name of a field or method.</summary>
    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(_token);

    /// <summary>Whether a text may be a field's value: visible ASCII, spaces and tabs (RFC 9110, section 5.5).</summary>
    public static bool IsFieldValue(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is not ('\t' or (>= ' ' and <= '~')))
                return false;
        }

        return true;
    }

    /// <summary>Whether a text is a host, with or without a port: a name, an IPv4 address, or an IPv6 address in brackets.</summary>
    public static bool IsAuthority(ReadOnlySpan<char> text)
    {
        if (text is ['[', ..])
        {
            var close = text.IndexOf(']');
            return close > 1 && !text[1..close].ContainsAnyExcept(_addressV6) && IsPortOrEnd(text[(close + 1)..]);
        }

        var colon = text.IndexOf(':');
        var host = colon < 0 ? text : text[..colon];
        return host is [not '.', ..] && !host.ContainsAnyExcept(_host) && host.IndexOf("..") < 0
            && (colon < 0 || IsPortOrEnd(text[colon..]));
    }

    private static bool IsPortOrEnd(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text is [':', _, ..] && !text[1..].ContainsAnyExceptInRange('0', '9') && ushort.TryParse(text[1..], out _));
}
