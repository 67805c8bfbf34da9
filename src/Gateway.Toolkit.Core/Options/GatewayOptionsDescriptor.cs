namespace Gateway.Toolkit;

/// <summary>The keys of an options record.</summary>
public abstract class GatewayOptionsDescriptor
{
    private protected GatewayOptionsDescriptor(string name, string summary, string? shortForm, IReadOnlyList<GatewayOption> options)
    {
        Name = name;
        Summary = summary;
        Options = options;
        ShortForm = shortForm is null ? null : options.Single(option => option.Name == shortForm);
    }

    /// <summary>The record's name without <c>Options</c>.</summary>
    public string Name { get; }

    /// <summary>What the options are for, from the record's XML summary.</summary>
    public string Summary { get; }

    /// <summary>The keys, in the order of the record's properties.</summary>
    public IReadOnlyList<GatewayOption> Options { get; }

    /// <summary>The key that a scalar or a list stands for; null if there is none.</summary>
    public GatewayOption? ShortForm { get; }

    /// <summary>How a short form that is more than one key is written; null if there is none.</summary>
    public string? ShortFormExpected { get; init; }

    /// <summary>The record with nothing set.</summary>
    public abstract object DefaultObject { get; }
}
