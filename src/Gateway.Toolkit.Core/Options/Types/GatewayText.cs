using System.Diagnostics.CodeAnalysis;

namespace Gateway.Toolkit;

/// <summary>
/// A text taken as it is: in lists commas are part of it, and a number, <c>true</c> or <c>false</c> is the text it is written as.
/// For values that are compared with something from outside, such as a header.
/// </summary>
/// <param name="Text">The text.</param>
public sealed record GatewayText(string Text) : IGatewayScalar<GatewayText>
{
    /// <inheritdoc/>
    public static string Expected => "a text";

    /// <inheritdoc/>
    public static bool IsFreeText => true;

    /// <summary>Takes a text as it is.</summary>
    public static implicit operator GatewayText(string text) => new(text);

    /// <inheritdoc/>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out GatewayText value, out string? error)
    {
        value = new(text);
        error = null;
        return true;
    }

    /// <inheritdoc/>
    public string ToText() => Text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
