namespace Gateway.Toolkit.Core.Tests.Options;

/// <summary>Keeps a sample.</summary>
[GatewayOptions(ShortForm = nameof(Path))]
internal sealed partial record SampleOptions
{
    /// <summary>Where it is.</summary>
    [GatewayKey(Required = true)]
    public string Path { get; init; } = "";

    /// <summary>How often it is tried.</summary>
    [GatewayKey(Min = "1", Max = "10")]
    public int Tries { get; init; } = 3;

    /// <summary>How long it may take.</summary>
    [GatewayKey(Min = "1ms", Identity = false)]
    public TimeSpan? Timeout { get; init; }

    /// <summary>How large it may be.</summary>
    [GatewayKey(Max = "1MB")]
    public GatewaySize Size { get; init; } = new(1024);

    /// <summary>How it is chosen.</summary>
    public GatewayPeriod Period { get; init; } = GatewayPeriod.Hour;

    /// <summary>What else is to be known.</summary>
    public GatewayMap<int> Weights { get; init; } = GatewayMap<int>.Empty;

    /// <summary>Samples within.</summary>
    public GatewayList<SampleOptions> Parts { get; init; } = [];

    /// <summary>Who may see it.</summary>
    public GatewaySecret? Key { get; init; }

    /// <summary>Told when it is there.</summary>
    public Action? OnDone { get; init; }
}
