using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit.Routing;

/// <summary>Whether a request's media types fit what a route takes and gives.</summary>
internal static class MediaTypes
{
    /// <summary>Whether the route takes the request's body; true for a request without one.</summary>
    public static bool TakesBody(string[] types, HttpRequest request)
    {
        if (types.Length == 0 || !HasBody(request))
            return true;
        if (!MediaRange.TryParse(request.ContentType, out var given, out _))
            return false;
        foreach (var type in types)
        {
            if (MediaRange.TryParse(type, out var taken, out _) && taken.Overlaps(given))
                return true;
        }

        return false;
    }

    /// <summary>Whether the client accepts one of the types; true for a client that does not say what it accepts.</summary>
    public static bool IsAcceptable(string[] types, HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (types.Length == 0 || StringValues.IsNullOrEmpty(accept))
            return true;
        foreach (var type in types)
        {
            if (MediaRange.TryParse(type, out var offered, out _) && IsAcceptable(offered, accept))
                return true;
        }

        return false;
    }

    private static bool HasBody(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { } detection
            ? detection.CanHaveBody
            : request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0;

    // The most specific range that covers a type decides about it: "text/*;q=0, text/html" takes HTML and no other text.
    private static bool IsAcceptable(MediaRange offered, StringValues accept)
    {
        var best = -1;
        var isAcceptable = false;
        foreach (var line in accept)
        {
            var rest = line.AsSpan();
            while (!rest.IsEmpty)
            {
                var member = ListMembers.Next(ref rest, ',');
                if (!MediaRange.TryParse(member, out var range, out var parameters) || !range.Overlaps(offered) || range.Specificity < best)
                    continue;
                var isWanted = IsWanted(parameters);
                isAcceptable = isWanted || (range.Specificity == best && isAcceptable);
                best = range.Specificity;
            }
        }

        return isAcceptable;
    }

    private static bool IsWanted(ReadOnlySpan<char> parameters)
    {
        while (!parameters.IsEmpty)
        {
            var parameter = ListMembers.Next(ref parameters, ';');
            if (parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase))
            {
                return !double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
                    || weight > 0;
            }
        }

        return true;
    }
}
