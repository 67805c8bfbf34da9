namespace Gateway.Toolkit.Routing;

/// <summary>Which header fields configuration may not change: those that frame a message or belong to one connection.</summary>
internal static class FieldNames
{
    private static readonly HashSet<string> _framing = new(StringComparer.OrdinalIgnoreCase) { "Content-Length", "Transfer-Encoding", "Trailer" };

    /// <summary>Why a field of requests can't be changed; null if it can be.</summary>
    public static string? WrongInRequest(string name) => name.Equals("Host", StringComparison.OrdinalIgnoreCase)
        ? "is set with \"Host\" of \"Rewrite\" or \"Forward\""
        : Wrong(name);

    /// <summary>Why a field of responses can't be changed; null if it can be.</summary>
    public static string? WrongInResponse(string name) =>
        name.Equals("Alt-Svc", StringComparison.OrdinalIgnoreCase) ? null : Wrong(name); // An origin's says nothing about this server, the app's may.

    private static string? Wrong(string name)
    {
        if (!HttpText.IsToken(name))
            return $"\"{name}\" is not the name of a field";
        if (_framing.Contains(name))
            return $"\"{name}\" frames the message: the server sets it by itself";
        return ConnectionFields.Contains(name) ? $"\"{name}\" belongs to one connection and never goes on" : null;
    }
}
