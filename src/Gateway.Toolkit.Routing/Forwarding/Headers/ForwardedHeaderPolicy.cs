namespace Gateway.Toolkit.Routing;

/// <summary>What becomes of a field that tells a destination who its client is.</summary>
public enum ForwardedHeaderPolicy
{
    /// <summary>The gateway says what it knows; what the client sent is dropped.</summary>
    Set,

    /// <summary>The gateway adds what it knows to what the client sent. For clients that are proxies you trust.</summary>
    Append,

    /// <summary>What the client sent goes on as it is. For clients that are proxies you trust.</summary>
    Keep,

    /// <summary>The field is dropped.</summary>
    Remove,
}
