namespace Gateway.Toolkit;

/// <summary>What a <see cref="GatewayValueReference"/> names.</summary>
public enum GatewayValueKind
{
    /// <summary><c>client</c>: the client's address.</summary>
    Client,

    /// <summary><c>client:port</c>: the client's port.</summary>
    ClientPort,

    /// <summary><c>server</c>: the address that the request came in on.</summary>
    Server,

    /// <summary><c>server:port</c>: the port that the request came in on.</summary>
    ServerPort,

    /// <summary><c>scheme</c>: <c>http</c> or <c>https</c>.</summary>
    Scheme,

    /// <summary><c>host</c>: the host that the client asked for, without a port.</summary>
    Host,

    /// <summary><c>authority</c>: the host that the client asked for, with the port if it named one.</summary>
    Authority,

    /// <summary><c>method</c>: the request's method.</summary>
    Method,

    /// <summary><c>path</c>: the request's path, encoded as it came.</summary>
    Path,

    /// <summary><c>protocol</c>: <c>HTTP/1.1</c>, <c>HTTP/2</c>, <c>HTTP/3</c>.</summary>
    Protocol,

    /// <summary><c>traceid</c>: the request's id, as problem responses and logs give it.</summary>
    TraceId,

    /// <summary><c>header:NAME</c>: all values of a header field.</summary>
    Header,

    /// <summary><c>query:NAME</c>: all values of a query parameter, decoded.</summary>
    Query,

    /// <summary><c>cookie:NAME</c>: all values of a cookie, as they were sent.</summary>
    Cookie,

    /// <summary><c>claim:NAME</c>: all values of a claim of the user.</summary>
    Claim,

    /// <summary><c>route:NAME</c>: a value that the route's path captured.</summary>
    Route,

    /// <summary><c>part:NAME#/json/pointer</c>: a value in the response of a part of an aggregate.</summary>
    Part,
}
