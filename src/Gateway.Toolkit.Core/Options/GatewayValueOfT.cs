namespace Gateway.Toolkit;

/// <summary>How values of type <typeparamref name="T"/> are read from the configuration, written back and described.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class GatewayValue<T> : GatewayValue
{
    private protected GatewayValue()
    {
    }

    /// <summary>Reads a value.</summary>
    /// <returns>Whether <paramref name="value"/> was read; if not, at least one error was added.</returns>
    public abstract bool TryRead(GatewayConfigNode node, GatewayErrors errors, out T value);

    /// <summary>Writes a value as the node that reads back to an equal one.</summary>
    public abstract GatewayConfigNode Write(T value);

    /// <inheritdoc/>
    public sealed override object? ReadObject(GatewayConfigNode node, GatewayErrors errors) =>
        TryRead(node, errors, out var value) ? value : null;

    /// <inheritdoc/>
    public sealed override GatewayConfigNode WriteObject(object? value) => value is null ? GatewayConfigNode.Null() : Write((T)value);
}
