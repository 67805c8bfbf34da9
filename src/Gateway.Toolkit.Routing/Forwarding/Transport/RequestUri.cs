using System.Buffers;
using System.Text;

namespace Gateway.Toolkit.Routing;

/// <summary>Puts a destination's address and an exchange's target together, byte for byte.</summary>
internal sealed class RequestUri(Uri address)
{
    // Dot segments, %2F and the like have been judged already; what was matched is what goes on.
    private static readonly UriCreationOptions _verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    // What may stand in a target as it is. Anything else would end the request line, or be taken for a fragment.
    private static readonly SearchValues<char> _allowed = SearchValues.Create(
        "!\"$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    private readonly string _prefix = address.GetLeftPart(UriPartial.Authority) + address.AbsolutePath.TrimEnd('/');

    public Uri For(string target)
    {
        if (target.AsSpan().ContainsAnyExcept(_allowed))
            target = Escape(target);
        return new(target.StartsWith('/') ? _prefix + target : $"{_prefix}/{target}", _verbatim);
    }

    private static string Escape(string target)
    {
        var escaped = new StringBuilder(target.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in target.EnumerateRunes())
        {
            if (rune.IsAscii && _allowed.Contains((char)rune.Value))
            {
                escaped.Append((char)rune.Value);
                continue;
            }

            foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
                escaped.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
