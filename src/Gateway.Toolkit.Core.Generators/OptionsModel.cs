namespace Gateway.Toolkit.Generators;

/// <summary>What is known of an options record: enough to write its descriptor.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Containers">The types around the record, from the outside: <c>partial class Outer</c>.</param>
/// <param name="Name">The record's name.</param>
/// <param name="Type">The record's full name for use in code.</param>
/// <param name="Summary">What the options are for.</param>
/// <param name="ShortForm">The key that a scalar or a list stands for; null if there is none.</param>
/// <param name="HasShortForm">Whether the record reads its short form itself.</param>
/// <param name="Keys">The keys, in the order of the properties.</param>
internal sealed record OptionsModel(
    string Namespace,
    EquatableArray<string> Containers,
    string Name,
    string Type,
    string Summary,
    string? ShortForm,
    bool HasShortForm,
    EquatableArray<OptionsKey> Keys);
