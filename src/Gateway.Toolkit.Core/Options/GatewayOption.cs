namespace Gateway.Toolkit;

/// <summary>One key of an options record.</summary>
public sealed class GatewayOption
{
    private readonly Func<object, object?> _get;

    /// <summary>Describes a key; the source generator calls this.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="summary">What it is, from the property's XML summary.</param>
    /// <param name="value">How its values are read and written.</param>
    /// <param name="get">Reads the property of a record.</param>
    public GatewayOption(string name, string summary, GatewayValue value, Func<object, object?> get)
    {
        Name = name;
        Summary = summary;
        Value = value;
        _get = get;
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    /// <summary>What it is, in a sentence or two.</summary>
    public string Summary { get; }

    /// <summary>How its values are read and written.</summary>
    public GatewayValue Value { get; }

    /// <summary>Whether the key must be given.</summary>
    public bool Required { get; init; }

    /// <summary>The smallest allowed value, as text; null if there is none.</summary>
    public string? Min { get; init; }

    /// <summary>The largest allowed value, as text; null if there is none.</summary>
    public string? Max { get; init; }

    /// <summary>Whether an object at this key is taken whole from the last source that sets it.</summary>
    public bool Whole { get; init; }

    /// <summary>Whether a change makes the module start with new state.</summary>
    public bool Identity { get; init; } = true;

    /// <summary>Reads the property of a record.</summary>
    public object? Get(object options) => _get(options);
}
