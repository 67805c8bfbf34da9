namespace Gateway.Toolkit;

/// <summary>What telemetry says of methods and statuses: values of a fixed set, never what a client made up.</summary>
internal static class HttpLabels
{
    private static readonly object?[] _statuses = new object?[600];

    /// <summary>A method as a label: itself if it is one of RFC 9110 or PATCH, <c>_OTHER</c> otherwise.</summary>
    public static string Method(string method) => method switch
    {
        "GET" => "GET",
        "POST" => "POST",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        "PATCH" => "PATCH",
        "HEAD" => "HEAD",
        "OPTIONS" => "OPTIONS",
        "CONNECT" => "CONNECT",
        "TRACE" => "TRACE",
        _ => "_OTHER",
    };

    /// <summary>A status as a label, boxed once; 0 for what is no status of HTTP.</summary>
    public static object Status(int status)
    {
        var known = status is >= 100 and <= 599 ? status : 0;
        return _statuses[known] ??= known;
    }
}
