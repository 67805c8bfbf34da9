namespace Gateway.Toolkit.Benchmarks.Micro;

/// <summary>Options with the kinds of key that modules have.</summary>
[GatewayOptions]
public sealed partial record SampleOptions
{
    /// <summary>A number.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>A duration.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A rate.</summary>
    public GatewayRate Budget { get; init; } = new(10, GatewayPeriod.Second);

    /// <summary>A list.</summary>
    public GatewayList<string> Methods { get; init; } = ["GET", "HEAD"];
}
