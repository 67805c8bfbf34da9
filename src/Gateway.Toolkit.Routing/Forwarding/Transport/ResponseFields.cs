using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit.Routing;

/// <summary>Copies fields of a response as they came, without those of the connection.</summary>
internal static class ResponseFields
{
    public static void Copy(HttpResponseMessage message, IHeaderDictionary target)
    {
        var fields = message.Headers.NonValidated;
        var nominated = fields.TryGetValues("Connection", out var connection) ? Nominated(connection) : null;
        var status = (int)message.StatusCode;
        var isEmptyTarget = target.Count == 0;
        Copy(fields, target, nominated, isEmptyTarget, hasLength: true);
        Copy(message.Content.Headers.NonValidated, target, nominated, isEmptyTarget, hasLength: status is >= 200 and not (204 or 205));
    }

    /// <summary>The trailers that may go on; null if there are none.</summary>
    public static HeaderDictionary? Trailers(HttpResponseMessage message)
    {
        HeaderDictionary? trailers = null;
        foreach (var (name, values) in message.TrailingHeaders.NonValidated)
        {
            if (ConnectionFields.MayBeTrailer(name))
                (trailers ??= [])[name] = Values(values);
        }

        return trailers;
    }

    private static void Copy(
        HttpHeadersNonValidated fields, IHeaderDictionary target, List<string>? nominated, bool isEmptyTarget, bool hasLength)
    {
        foreach (var (name, values) in fields)
        {
            if (ConnectionFields.Contains(name)
                || (nominated is not null && nominated.Contains(name, StringComparer.OrdinalIgnoreCase))
                || (!hasLength && name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)))
                continue;
            if (isEmptyTarget)
                target[name] = Values(values);
            else
                Merge(target, name, Values(values));
        }
    }

    // What the app has set stays. Of its own transport security nothing is added to what it says: one such field is enough.
    private static void Merge(IHeaderDictionary target, string name, StringValues values)
    {
        if (!target.TryGetValue(name, out var present))
            target[name] = values;
        else if (!name.Equals("Strict-Transport-Security", StringComparison.OrdinalIgnoreCase))
            target[name] = StringValues.Concat(present, values);
    }

    private static StringValues Values(HeaderStringValues values) => values.Count == 1 ? values.ToString() : values.ToArray();

    private static List<string>? Nominated(HeaderStringValues connection)
    {
        List<string>? names = null;
        foreach (var line in connection)
        {
            foreach (var name in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!ConnectionFields.Contains(name))
                    (names ??= []).Add(name);
            }
        }

        return names;
    }
}
