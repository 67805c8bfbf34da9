using System.Globalization;
using System.Net;

namespace Gateway.Toolkit.Routing;

/// <summary>Which hosts a route is for.</summary>
/// <param name="Host">The host in lower case as requests name it; what follows <c>*.</c>; empty for any host.</param>
/// <param name="IsSuffix">Whether one or more labels stand before <paramref name="Host"/>.</param>
/// <param name="Port">The port; 0 for any.</param>
internal readonly record struct HostPattern(string Host, bool IsSuffix, int Port)
{
    private const int Last = 10_000;

    private static readonly IdnMapping _names = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    /// <summary>All hosts.</summary>
    public static HostPattern Every { get; } = new("", IsSuffix: false, Port: 0);

    /// <summary>How specific the pattern is: lower is more.</summary>
    public int Rank => (Host.Length, IsSuffix) switch
    {
        (0, _) => Last,
        (_, true) => Last - 2 - (Host.Length * 2),
        _ => 2,
    } - (Port == 0 ? 0 : 1);

    /// <summary>Reads <c>example.com</c>, <c>*.example.com</c>, <c>[::1]</c> or <c>*</c>, with a port or without.</summary>
    /// <returns>What is wrong with the text; null if nothing is.</returns>
    public static string? Parse(string text, out HostPattern pattern)
    {
        pattern = Every;
        if (text.Contains('/', StringComparison.Ordinal))
            return $"\"{text}\" is no host; write the name alone, without scheme and path";
        if (!Split(text, out var host, out var port))
            return $"\"{text}\" has no port from 1 to 65535 after the colon";
        if (host == "*")
        {
            pattern = new("", false, port);
            return null;
        }

        var isSuffix = host.StartsWith("*.", StringComparison.Ordinal);
        if (Normalise(isSuffix ? host[2..] : host) is not { } name || (isSuffix && name.StartsWith('[')))
            return $"\"{text}\" is no host; expected a name such as \"api.example.com\", \"*.example.com\" or an IP address, with a port or without";
        pattern = new(name, isSuffix, port);
        return null;
    }

    /// <summary>Whether a request is for such a host.</summary>
    public bool Matches(in RequestHost request)
    {
        if (Port != 0 && Port != request.Port)
            return false;
        if (Host.Length == 0)
            return true;
        if (!IsSuffix)
            return request.Name.Equals(Host, StringComparison.OrdinalIgnoreCase);
        var labels = request.Name.Length - Host.Length - 1;
        return labels > 0 && request.Name[labels] == '.' && request.Name.EndsWith(Host, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Split(string text, out string host, out int port)
    {
        (host, port) = (text, 0);
        var colon = text.LastIndexOf(':');
        var isAddress = text.StartsWith('[') ? text.EndsWith(']') : text.IndexOf(':', StringComparison.Ordinal) != colon;
        if (colon < 0 || isAddress)
            return true;
        host = text[..colon];
        return int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;
    }

    private static string? Normalise(string host)
    {
        var bare = host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host;
        if (bare.Contains(':', StringComparison.Ordinal))
            return IPAddress.TryParse(bare, out var address) ? $"[{address}]" : null;
        if (bare != host)
            return null;
        try
        {
            var name = _names.GetAscii(host.TrimEnd('.').ToLowerInvariant());
            return name.Split('.').All(label => label.Length is > 0 and <= 63 && label.All(IsAllowed)) ? name : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
