namespace Gateway.Toolkit.Generators;

/// <summary>One key of an options record.</summary>
/// <param name="Name">The key's name in the configuration.</param>
/// <param name="Property">The property's name.</param>
/// <param name="Type">The property's type for use in code, with its nullability.</param>
/// <param name="MayBeNull">Whether the type allows null.</param>
/// <param name="Value">The expression for its value type.</param>
/// <param name="Summary">What the key is.</param>
/// <param name="Settings">What the attribute says beyond the defaults, as initialisers: <c>Required = true</c>.</param>
internal sealed record OptionsKey(
    string Name, string Property, string Type, bool MayBeNull, string Value, string Summary, EquatableArray<string> Settings);
