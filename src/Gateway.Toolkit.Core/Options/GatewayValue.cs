namespace Gateway.Toolkit;

/// <summary>How values of one type are read from the configuration, written back, compared and described.</summary>
public abstract class GatewayValue
{
    private protected GatewayValue()
    {
    }

    /// <summary>What is expected, for error messages and descriptions: <c>a duration such as "250ms"</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>Whether values never print.</summary>
    public virtual bool IsSecret => false;

    /// <summary>Whether every text is a value; see <see cref="IGatewayScalar{TSelf}.IsFreeText"/>.</summary>
    internal virtual bool IsFreeText => false;

    /// <summary>The names that are allowed, if there are but few.</summary>
    public virtual IReadOnlyList<string> Allowed => [];

    /// <summary>The keys, if this is an object of fixed keys.</summary>
    public virtual GatewayOptionsDescriptor? Descriptor => null;

    /// <summary>The value type of the elements, if this is a list or a map.</summary>
    public virtual GatewayValue? Element => null;

    /// <summary>Whether this is a map from free names to <see cref="Element"/>.</summary>
    public virtual bool IsMap => false;

    /// <summary>The JSON types that may stand for a value: <c>string</c>, <c>number</c>, <c>integer</c>, <c>boolean</c>, <c>object</c>, <c>array</c>.</summary>
    public abstract IReadOnlyList<string> JsonTypes { get; }

    /// <summary>Reads a value, or adds errors and returns null.</summary>
    public abstract object? ReadObject(GatewayConfigNode node, GatewayErrors errors);

    /// <summary>Writes a value as the node that reads back to an equal one.</summary>
    public abstract GatewayConfigNode WriteObject(object? value);

    /// <summary>Whether two values mean the same to running state; see <see cref="GatewayKeyAttribute.Identity"/>.</summary>
    public virtual bool SameIdentity(object? left, object? right) => Equals(left, right);
}
