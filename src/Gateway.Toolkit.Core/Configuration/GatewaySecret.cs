using System.Security.Cryptography;
using System.Text;

namespace Gateway.Toolkit;

/// <summary>A secret of the configuration. It never prints: <see cref="Reveal"/> is the one way to its text.</summary>
public sealed class GatewaySecret : IEquatable<GatewaySecret>
{
    private readonly string _text;

    /// <summary>Wraps a secret's text.</summary>
    public GatewaySecret(string text) => _text = text;

    /// <summary>The secret's text.</summary>
    public string Reveal() => _text;

    /// <inheritdoc/>
    public bool Equals(GatewaySecret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_text), Encoding.UTF8.GetBytes(other._text));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GatewaySecret);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";
}
