using System.Diagnostics.CodeAnalysis;

namespace Gateway.Toolkit;

/// <summary>A value type of the configuration that is written as one text: a size, a rate, an address range.</summary>
/// <typeparam name="TSelf">The type itself; it must compare by value.</typeparam>
public interface IGatewayScalar<TSelf>
{
    /// <summary>What is expected, for error messages and descriptions: <c>a size such as "64KB"</c>.</summary>
    static abstract string Expected { get; }

    /// <summary>
    /// Whether every text is a value, commas and all: one text is then never read as a list of several. False by default.
    /// </summary>
    static virtual bool IsFreeText => false;

    /// <summary>Reads the value from its text.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="value">The value, if the text is one.</param>
    /// <param name="error">What is wrong with the text, if it is none; null means "is not <see cref="Expected"/>".</param>
    static abstract bool TryParse(string text, [MaybeNullWhen(false)] out TSelf value, out string? error);

    /// <summary>The text that <see cref="TryParse"/> reads back to an equal value.</summary>
    string ToText();
}
