namespace Gateway.Toolkit;

/// <summary>Options with a short form that is more than one property: <c>"Throttle": "100/s per client"</c>.</summary>
/// <typeparam name="TSelf">The options record.</typeparam>
public interface IGatewayShortForm<TSelf>
    where TSelf : class
{
    /// <summary>How the short form is written, for error messages: <c>a rate such as "100/s per client"</c>.</summary>
    static abstract string ShortForm { get; }

    /// <summary>Reads the short form: any node that is not an object.</summary>
    /// <returns>The options, or null after adding an error.</returns>
    static abstract TSelf? FromShortForm(GatewayConfigNode node, GatewayErrors errors);
}
