using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gateway.Toolkit;

/// <summary>Text for request targets and URI references: what may stand where as it is, and how the rest is encoded (RFC 3986).</summary>
public static class UriText
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    // A semicolon in a value is encoded: some servers end the segment there.
    private static readonly SearchValues<char> _segment = SearchValues.Create(Unreserved + "!$'()*+,=:@&");
    private static readonly SearchValues<char> _query = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> _pathText = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/");
    private static readonly SearchValues<char> _queryText = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?");

    /// <summary>Encodes a value so that it is one path segment, or a piece of one. Dot segments are not its concern: see <see cref="HasDotSegment"/>.</summary>
    public static string EncodeSegment(string value) => Encode(value, _segment);

    /// <summary>Encodes a value so that it is the name or the value of one query parameter.</summary>
    public static string EncodeQuery(string value) => Encode(value, _query);

    /// <summary>Encodes what may not stand in a path, and leaves what is encoded already.</summary>
    public static string CleanPath(string path) => Clean(path, _pathText);

    /// <summary>Encodes what may not stand in a query, and leaves what is encoded already.</summary>
    public static string CleanQuery(string query) => Clean(query, _queryText);

    /// <summary>
    /// Whether a path has a segment that is <c>.</c> or <c>..</c> for anybody who reads it: dots count encoded too, and encoded
    /// slashes and backslashes count as separators.
    /// </summary>
    public static bool HasDotSegment(ReadOnlySpan<char> path)
    {
        var dots = 0;
        while (!path.IsEmpty)
        {
            var character = Next(path, out var length);
            path = path[length..];
            if (character is '/' or '\\')
            {
                if (dots is 1 or 2)
                    return true;
                dots = 0;
            }
            else
            {
                dots = character == '.' && dots >= 0 ? dots + 1 : -1;
            }
        }

        return dots is 1 or 2;
    }

    /// <summary>Decodes a piece of a path; what is no sound encoding stays as it is.</summary>
    public static string Decode(ReadOnlySpan<char> text) =>
        text.Contains('%') ? Uri.UnescapeDataString(text) : text.ToString();

    /// <summary>Decodes the name or value of a query parameter, in which <c>+</c> is a space.</summary>
    public static string DecodeQuery(ReadOnlySpan<char> text) =>
        text.Contains('+') ? Uri.UnescapeDataString(text.ToString().Replace('+', ' ')) : Decode(text);

    /// <summary>Whether the encoded name of a query parameter is this name, in any case.</summary>
    public static bool IsParameter(ReadOnlySpan<char> encoded, string name) => encoded.IndexOfAny('%', '+') < 0
        ? encoded.Equals(name, StringComparison.OrdinalIgnoreCase)
        : DecodeQuery(encoded).Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the encoded text of a path, as a template writes it; null if nothing is.</summary>
    internal static string? WrongInPath(string text) => Wrong(text, _pathText);

    /// <summary>What is wrong with the encoded text of a query, as a template writes it; null if nothing is.</summary>
    internal static string? WrongInQuery(string text) => Wrong(text, _queryText);

    /// <summary>Whether encoding a value for a path changes nothing.</summary>
    internal static bool IsSegmentText(ReadOnlySpan<char> value, bool keepsSlashes)
    {
        var odd = value.IndexOfAnyExcept(_segment);
        return odd < 0 || (keepsSlashes && value[odd] == '/' && IsSegmentText(value[(odd + 1)..], keepsSlashes));
    }

    internal static void AppendSegment(ref DefaultInterpolatedStringHandler to, ReadOnlySpan<char> value) => Append(ref to, value, _segment);

    internal static void AppendQuery(ref DefaultInterpolatedStringHandler to, ReadOnlySpan<char> value) => Append(ref to, value, _query);

    private static string Encode(string value, SearchValues<char> allowed)
    {
        if (!value.AsSpan().ContainsAnyExcept(allowed))
            return value;
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        Append(ref text, value, allowed);
        return text.ToStringAndClear();
    }

    private static void Append(ref DefaultInterpolatedStringHandler to, ReadOnlySpan<char> value, SearchValues<char> allowed)
    {
        Span<byte> bytes = stackalloc byte[4];
        while (!value.IsEmpty)
        {
            var plain = value.IndexOfAnyExcept(allowed);
            if (plain != 0)
            {
                to.AppendFormatted(plain < 0 ? value : value[..plain]);
                if (plain < 0)
                    return;
                value = value[plain..];
            }

            // Half a surrogate pair decodes to the replacement character.
            Rune.DecodeFromUtf16(value, out var rune, out var consumed);
            value = value[consumed..];
            foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
            {
                to.AppendLiteral("%");
                to.AppendFormatted(octet, "X2");
            }
        }
    }

    private static string Clean(string text, SearchValues<char> allowed)
    {
        if (!text.AsSpan().ContainsAnyExcept(allowed))
            return text;
        var clean = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var plain = rest.IndexOf('%');
            Append(ref clean, plain < 0 ? rest : rest[..plain], allowed);
            if (plain < 0)
                break;
            rest = rest[plain..];
            var encoded = IsEncoded(rest);
            clean.AppendFormatted(encoded ? rest[..3] : "%25");
            rest = rest[(encoded ? 3 : 1)..];
        }

        return clean.ToStringAndClear();
    }

    private static string? Wrong(string text, SearchValues<char> allowed)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' ? !IsEncoded(text.AsSpan(i)) : !allowed.Contains(text[i]))
                return text[i] == '%' ? "a \"%\" must begin an encoded character such as \"%20\"" : $"'{text[i]}' must be written encoded";
        }

        return null;
    }

    private static bool IsEncoded(ReadOnlySpan<char> text) =>
        text.Length >= 3 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);

    // One character of a path; only those that matter are decoded.
    private static char Next(ReadOnlySpan<char> path, out int length)
    {
        length = 1;
        if (path[0] != '%' || !IsEncoded(path))
            return path[0];
        length = 3;
        return (path[1], (char)(path[2] | 0x20)) switch
        {
            ('2', 'e') => '.',
            ('2', 'f') => '/',
            ('5', 'c') => '\\',
            _ => '%',
        };
    }
}
