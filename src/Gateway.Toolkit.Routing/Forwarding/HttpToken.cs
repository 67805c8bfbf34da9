using System.Buffers;

namespace Gateway.Toolkit.Routing;

/// <summary>Tokens of HTTP (RFC 9110, section 5.6.2).</summary>
internal static class HttpToken
{
    public static SearchValues<char> Characters { get; } =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
