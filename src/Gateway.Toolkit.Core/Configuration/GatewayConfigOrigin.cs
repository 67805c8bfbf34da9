namespace Gateway.Toolkit;

/// <summary>Where a value of the configuration was written.</summary>
/// <param name="Source">The file's path as given, <c>environment</c>, another provider's name, or <c>code</c>.</param>
/// <param name="Line">The line, from 1, of the value's key, or of the value itself in a list; 0 where the source has no lines.</param>
/// <param name="Column">The column in characters, from 1; 0 where the source has no columns.</param>
/// <param name="BaseFolder">The folder that relative <c>file:</c> references start from; null means the content root.</param>
public sealed record GatewayConfigOrigin(string Source, int Line = 0, int Column = 0, string? BaseFolder = null)
{
    /// <summary>The origin of values that were set by code.</summary>
    public static GatewayConfigOrigin Code { get; } = new("code");

    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? Source : $"{Source}:{Line}:{Column}";
}
