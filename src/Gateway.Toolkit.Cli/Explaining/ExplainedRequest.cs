using System.Net;
using Gateway.Toolkit.Cli.CommandLine;
using Gateway.Toolkit.Cli.Verbs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>The request of a command line, as the server would show it to the gateway.</summary>
internal static class ExplainedRequest
{
    /// <exception cref="UsageException">The address or a field is malformed.</exception>
    public static HttpContext Create(string method, string url, IEnumerable<string> headers, IServiceProvider services)
    {
        if (!Uri.TryCreate(url.StartsWith('/') ? "http://localhost" + url : url, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https"))
            throw new UsageException(ExplainVerb.Verb, $"\"{url}\" is no address; write a path (/orders/7) or all of it (http://shop.example/orders/7)");
        var context = new DefaultHttpContext { RequestServices = services };
        var request = context.Request;
        request.Method = method.ToUpperInvariant();
        request.Protocol = HttpProtocol.Http11;
        request.Scheme = uri.Scheme;
        request.Host = new(uri.Authority);
        request.Path = PathString.FromUriComponent(uri);
        request.QueryString = QueryString.FromUriComponent(uri);
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = RawTarget(url);
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        foreach (var header in headers)
        {
            if (header.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var value])
                throw new UsageException(ExplainVerb.Verb, $"\"{header}\" is no header field; write it as \"Name: value\"");
            if (name.Equals("Host", StringComparison.OrdinalIgnoreCase))
                request.Host = new(value);
            else
                request.Headers.Append(name, value);
        }

        return context;
    }

    // What the client puts on its request line: the address without scheme, authority and fragment, byte for byte.
    private static string RawTarget(string url)
    {
        var target = url.Split('#', 2)[0];
        if (!target.StartsWith('/'))
        {
            var path = target.IndexOfAny(['/', '?'], target.IndexOf("://", StringComparison.Ordinal) + 3);
            target = path < 0 ? "/" : target[path..];
        }

        return target.StartsWith('/') ? target : "/" + target;
    }
}
