namespace Gateway.Toolkit.Core.Tests.Engine;

/// <summary>Options of a toy module.</summary>
[GatewayOptions(ShortForm = nameof(Text))]
public sealed partial record ToyOptions
{
    /// <summary>What the toy does, as its test reads it.</summary>
    public string Text { get; init; } = "";

    /// <summary>A setting that running state can follow.</summary>
    [GatewayKey(Identity = false)]
    public int Loose { get; init; }
}
