namespace Gateway.Toolkit;

/// <summary>What the configuration should know about one property of an options record, beyond its type and default.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GatewayKeyAttribute : Attribute
{
    /// <summary>The key's name; the property's name by default.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the key must be given.</summary>
    public bool Required { get; set; }

    /// <summary>The smallest allowed value, written as in the configuration (<c>"1ms"</c>, <c>"0"</c>).</summary>
    public string? Min { get; set; }

    /// <summary>The largest allowed value, written as in the configuration.</summary>
    public string? Max { get; set; }

    /// <summary>Whether an object at this key is taken whole from the last source that sets it, not merged key by key.</summary>
    public bool Whole { get; set; }

    /// <summary>
    /// Whether a change of this property makes the module start with new state. True by default; false for what running state
    /// can follow.
    /// </summary>
    public bool Identity { get; set; } = true;
}
