namespace Gateway.Toolkit;

/// <summary>Options of a module. The source generator implements this on records with <see cref="GatewayOptionsAttribute"/>.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IGatewayOptions<TSelf>
    where TSelf : class, IGatewayOptions<TSelf>
{
    /// <summary>The record's keys, with types, defaults, ranges and descriptions.</summary>
    static abstract GatewayOptionsDescriptor<TSelf> Descriptor { get; }
}
