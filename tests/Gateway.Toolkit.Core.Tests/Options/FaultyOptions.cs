namespace Gateway.Toolkit.Core.Tests.Options;

/// <summary>Options with a descriptor written by hand, and each mistake that can be made with it.</summary>
internal sealed record FaultyOptions : IGatewayOptions<FaultyOptions>
{
    public static GatewayOptionsDescriptor<FaultyOptions> Descriptor { get; } = new(
        "Faulty",
        "",
        null,
        [
            new("Sound", "", GatewayValues.Int32, static options => ((FaultyOptions)options).Sound),
            new("Uncompared", "", GatewayValues.Int32, static options => ((FaultyOptions)options).Uncompared),
            new("Dropped", "", GatewayValues.Int32, static options => ((FaultyOptions)options).Dropped),
            new("NeverNull", "", GatewayValues.Nullable(GatewayValues.Int32), static options => ((FaultyOptions)options).NeverNull),
            new("TooSmall", "", GatewayValues.Int32, static options => ((FaultyOptions)options).TooSmall) { Min = "1" },
        ],
        new(),
        static values => new()
        {
            Sound = (int)values[0]!,
            Uncompared = (int)values[1]!,
            NeverNull = (int?)values[3],
            TooSmall = (int)values[4]!,
        });

    public int Sound { get; init; }

    public int Uncompared { get; init; }

    public int Dropped { get; init; }

    public int? NeverNull { get; init; } = 5;

    public int TooSmall { get; init; }

    public int Forgotten { get; init; }

    public bool Equals(FaultyOptions? other) =>
        other is not null && (Sound, Dropped, NeverNull, TooSmall, Forgotten) == (other.Sound, other.Dropped, other.NeverNull, other.TooSmall, other.Forgotten);

    public override int GetHashCode() => Sound;

    public override string ToString() => "faulty";
}
