using System.Net.Http.Headers;

namespace Gateway.Toolkit.Routing;

/// <summary>Finds responses whose end is not told in exactly one way: someone else might see another end than we do.</summary>
internal static class ResponseFraming
{
    /// <summary>Whether the framing fields are sound (RFC 9112, section 6.3).</summary>
    /// <param name="message">The response.</param>
    /// <param name="length">The body's length, if it is given.</param>
    public static bool IsSound(HttpResponseMessage message, out long? length)
    {
        length = null;
        var isCoded = message.Headers.NonValidated.TryGetValues("Transfer-Encoding", out var coding);
        if (isCoded && !(coding.Count == 1 && coding.ToString().Equals("chunked", StringComparison.OrdinalIgnoreCase)))
            return false;
        if (!message.Content.Headers.NonValidated.TryGetValues("Content-Length", out var values))
            return true;
        return !isCoded && TryRead(values, out length);
    }

    // Digits only, and the same in all places; the client library is more generous.
    private static bool TryRead(HeaderStringValues values, out long? length)
    {
        length = null;
        foreach (var value in values)
        {
            if (value.Length == 0 || value.AsSpan().ContainsAnyExceptInRange('0', '9') || !long.TryParse(value, out var number)
                || (length is not null && length != number))
                return false;
            length = number;
        }

        return length is not null;
    }
}
