using System.Net;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>
/// What values are taken from: a request, live or as an exchange. Implemented by structs, so that reading a value costs no
/// allocation of its own.
/// </summary>
public interface IValueSource
{
    /// <summary>The client's address; null where the server has none.</summary>
    IPAddress? ClientAddress { get; }

    /// <summary>The client's port; 0 if unknown.</summary>
    int ClientPort { get; }

    /// <summary>The address that the request came in on; null where the server has none.</summary>
    IPAddress? ServerAddress { get; }

    /// <summary>The port that the request came in on; 0 if unknown.</summary>
    int ServerPort { get; }

    /// <summary><c>http</c> or <c>https</c>.</summary>
    string Scheme { get; }

    /// <summary>The host that the client asked for, with the port if it named one.</summary>
    string Authority { get; }

    /// <summary>The request's method.</summary>
    string Method { get; }

    /// <summary>The request's path, encoded as it came.</summary>
    string Path { get; }

    /// <summary>The client's protocol, such as <c>HTTP/1.1</c>.</summary>
    string Protocol { get; }

    /// <summary>The request's id, as problem responses and logs give it.</summary>
    string TraceId { get; }

    /// <summary>All values of a header field; empty if it is absent. Names match in any case.</summary>
    StringValues Header(string name);

    /// <summary>All values of a query parameter, decoded; empty if it is absent. Names match in any case.</summary>
    StringValues Query(string name);

    /// <summary>All values of a cookie, as they were sent; empty if it is absent. Names match exactly.</summary>
    StringValues Cookie(string name);

    /// <summary>All values of a claim of the user; empty if there is none. Names match exactly (RFC 7519, section 10.1.1).</summary>
    StringValues Claim(string name);

    /// <summary>A value that the route's path captured; null if there is none. Names match in any case.</summary>
    string? Route(string name);

    /// <summary>Values in the response of a part of an aggregate; empty outside of aggregates.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="pointer">A JSON Pointer (RFC 6901), with <c>*</c> for any member; empty for the whole.</param>
    StringValues Part(string name, string pointer);
}
