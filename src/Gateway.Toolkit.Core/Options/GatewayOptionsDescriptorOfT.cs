namespace Gateway.Toolkit;

/// <summary>The keys of an options record, and how to make one.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class GatewayOptionsDescriptor<T> : GatewayOptionsDescriptor
    where T : class
{
    private readonly Func<object?[], T> _create;

    /// <summary>Describes a record; the source generator calls this.</summary>
    /// <param name="name">The record's name without <c>Options</c>.</param>
    /// <param name="summary">What the options are for.</param>
    /// <param name="shortForm">The name of the key that a scalar or a list stands for; null if there is none.</param>
    /// <param name="options">The keys.</param>
    /// <param name="default">The record with nothing set.</param>
    /// <param name="create">Makes a record from the values of all keys, in the order of <paramref name="options"/>.</param>
    public GatewayOptionsDescriptor(
        string name, string summary, string? shortForm, IReadOnlyList<GatewayOption> options, T @default, Func<object?[], T> create)
        : base(name, summary, shortForm, options)
    {
        Default = @default;
        _create = create;
    }

    /// <summary>The record with nothing set.</summary>
    public T Default { get; }

    /// <summary>Reads the short form of a record that implements <see cref="IGatewayShortForm{TSelf}"/>; null for others.</summary>
    public Func<GatewayConfigNode, GatewayErrors, T?>? ReadShortForm { get; init; }

    /// <inheritdoc/>
    public override object DefaultObject => Default;

    /// <summary>Makes a record from the values of all keys, in the order of <see cref="GatewayOptionsDescriptor.Options"/>.</summary>
    internal T Create(object?[] values) => _create(values);
}
