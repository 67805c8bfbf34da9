using System.Buffers;

namespace Gateway.Toolkit.Routing;

/// <summary>Tokens of HTTP (RFC 9110, section 5.6.2): methods and names of header fields.</summary>
internal static class HttpToken
{
    private static readonly SearchValues<char> _characters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(_characters);
}
