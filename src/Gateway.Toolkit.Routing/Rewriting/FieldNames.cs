namespace Gateway.Toolkit.Routing;

/// <summary>Which header fields configuration may not change: those that frame a message or belong to one connection.</summary>
internal static class FieldNames
{
    private static readonly HashSet<string> _framing = new(StringComparer.OrdinalIgnoreCase) { "Content-Length", "Transfer-Encoding", "Trailer" };

    private static readonly HashSet<string> _connection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Upgrade", "HTTP2-Settings",
    };

    /// <summary>Why a field can't be changed; null if it can be.</summary>
    public static string? Wrong(string name)
    {
        if (!HttpText.IsToken(name))
            return $"\"{name}\" is not the name of a field";
        if (_framing.Contains(name))
            return $"\"{name}\" frames the message: the server sets it by itself";
        return _connection.Contains(name) ? $"\"{name}\" belongs to one connection: the server sets it by itself" : null;
    }
}
