using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>The host that a request is for: its name without port and final dot, and the port, also where it was left out.</summary>
internal readonly ref struct RequestHost
{
    public RequestHost(HttpRequest request)
    {
        // The field itself: HttpRequest.Host turns international names back from the form that they have on the wire.
        var text = request.Headers.Host.ToString().AsSpan();
        var isAddress = text.StartsWith("[") && text.IndexOf(']') > 0;
        var end = isAddress ? text.IndexOf(']') + 1 : text.IndexOf(':');
        if (end < 0)
            end = text.Length;
        Name = text[..end];
        Port = end == text.Length
            ? request.IsHttps ? 443 : 80
            : int.TryParse(text[(end + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : -1;
        if (isAddress && IPAddress.TryParse(Name[1..^1], out var address))
            Name = $"[{address}]";
        else if (Name.EndsWith("."))
            Name = Name[..^1];
    }

    public ReadOnlySpan<char> Name { get; }

    public int Port { get; }
}
