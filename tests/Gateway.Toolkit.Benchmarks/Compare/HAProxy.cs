namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>HAProxy as proxy: it keeps its connections, and sets the forwarding headers that YARP sets.</summary>
internal static class HAProxy
{
    public static IEnumerable<string> Arguments(string configurationFile) => ["-f", configurationFile, "-db"];

    public static string AsProxy(int port, Uri origin) =>
        $"""
        defaults
            mode http
            timeout connect 5s
            timeout client 1h
            timeout server 1h
        frontend all
            bind 127.0.0.1:{port}
            option forwardfor
            http-request set-header X-Forwarded-Proto http
            http-request set-header X-Forwarded-Host %[req.hdr(host)]
            default_backend origin
        backend origin
            server a {origin.Authority}

        """;
}
