using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>Finds values in the parts of a request. Nothing is parsed that is not asked for, and every repetition is seen.</summary>
internal static class RequestValues
{
    public static string PathOf(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? target : target[..mark];
    }

    public static ReadOnlySpan<char> QueryOf(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? [] : target.AsSpan(mark);
    }

    /// <param name="query">The query, with or without its question mark.</param>
    /// <param name="name">The parameter's name, decoded.</param>
    public static StringValues Query(ReadOnlySpan<char> query, string name)
    {
        var values = StringValues.Empty;
        query = query.TrimStart('?');
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            var equals = pair.IndexOf('=');
            var key = equals < 0 ? pair : pair[..equals];
            if (key.IsEmpty || !UriText.IsParameter(key, name))
                continue;
            values = StringValues.Concat(values, equals < 0 ? "" : UriText.DecodeQuery(pair[(equals + 1)..]));
        }

        return values;
    }

    public static StringValues Cookie(StringValues fields, string name)
    {
        var values = StringValues.Empty;
        foreach (var field in fields)
        {
            foreach (var range in field.AsSpan().Split(';'))
            {
                var pair = field.AsSpan()[range];
                var equals = pair.IndexOf('=');
                if (equals > 0 && pair[..equals].Trim(" \t").SequenceEqual(name))
                    values = StringValues.Concat(values, pair[(equals + 1)..].Trim(" \t").ToString());
            }
        }

        return values;
    }

    public static StringValues Claim(ClaimsPrincipal user, string name)
    {
        var values = StringValues.Empty;
        foreach (var claim in user.Claims)
        {
            if (claim.Type == name)
                values = StringValues.Concat(values, claim.Value);
        }

        return values;
    }

    public static string? Route(RouteValueDictionary values, string name) =>
        values.TryGetValue(name, out var value) ? value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    /// <summary>
    /// The text in an encoded path that a captured value was decoded from: one whole segment or, for a value with slashes, the
    /// path's end; null if there is none, or if several that differ could be meant.
    /// </summary>
    public static string? AsWritten(string path, string value)
    {
        var depth = value.AsSpan().Count('/');
        string? found = null;
        var end = path.Length;
        for (var start = path.LastIndexOf('/'); start >= 0; start = start == 0 ? -1 : path.LastIndexOf('/', start - 1))
        {
            if (depth > 0)
            {
                depth--;
                continue;
            }

            var text = path[(start + 1)..end];
            if (PathString.FromUriComponent("/" + text).Value.AsSpan(1).SequenceEqual(value))
            {
                if (found is not null && found != text)
                    return null;
                found = text;
            }

            // Only what captures whole segments has slashes, and it captures the rest.
            if (value.Contains('/', StringComparison.Ordinal))
                break;
            end = start;
        }

        return found;
    }

    public static string? Text(IPAddress? address) => address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } => new IPAddress(address.GetAddressBytes()).ToString(),
        _ => address.ToString(),
    };

    public static string HostOf(string authority)
    {
        var colon = authority.LastIndexOf(':');
        return colon > authority.LastIndexOf(']') ? authority[..colon] : authority;
    }
}
