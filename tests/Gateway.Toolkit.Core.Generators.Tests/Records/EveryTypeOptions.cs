namespace Gateway.Toolkit.Core.Generators.Tests.Records;

/// <summary>One property of each type
/// that <c>options</c> may have, see <see cref="Text"/>.</summary>
[GatewayOptions(ShortForm = nameof(Text))]
public sealed partial record EveryTypeOptions
{
    private static readonly TimeSpan _defaultDuration = TimeSpan.FromSeconds(10);

    /// <summary>A text.</summary>
    [GatewayKey(Required = true)]
    public string Text { get; init; } = "";

    /// <summary>A text or null.</summary>
    public string? OptionalText { get; init; }

    /// <summary>A switch.</summary>
    public bool Switch { get; init; } = true;

    /// <summary>A number.</summary>
    [GatewayKey(Min = "1", Max = "10", Identity = false)]
    public int Count { get; init; } = 3;

    /// <summary>A large number.</summary>
    public long? Large { get; init; }

    /// <summary>A fraction.</summary>
    public double Fraction { get; init; } = 0.5;

    /// <summary>A duration whose default is a static field.</summary>
    [GatewayKey(Name = "Time")]
    public TimeSpan Duration { get; init; } = _defaultDuration;

    /// <summary>An address.</summary>
    public Uri? Address { get; init; }

    /// <summary>A secret.</summary>
    public GatewaySecret? Secret { get; init; }

    /// <summary>An enumeration.</summary>
    public GatewayPeriod Period { get; init; }

    /// <summary>A scalar of our own.</summary>
    public GatewaySize Size { get; init; } = new(1024);

    /// <summary>A scalar of our own, or null.</summary>
    public GatewayRate? Rate { get; init; }

    /// <summary>A list.</summary>
    public GatewayList<string> Names { get; init; } = [];

    /// <summary>A list of lists.</summary>
    public GatewayList<GatewayList<int>>? Table { get; init; }

    /// <summary>A map.</summary>
    [GatewayKey(Whole = true)]
    public GatewayMap<TimeSpan> Times { get; init; } = GatewayMap<TimeSpan>.Empty;

    /// <summary>Nested options.</summary>
    public TreeOptions Tree { get; init; } = new();

    /// <summary>A map of options.</summary>
    public GatewayMap<TreeOptions> Trees { get; init; } = GatewayMap<TreeOptions>.Empty;

    /// <summary>A node.</summary>
    public GatewayConfigNode? Node { get; init; }

    /// <summary>What only code can give.</summary>
    public Func<string, int>? Callback { get; init; }

    /// <summary>A keyword as a name.</summary>
    public bool @class { get; init; }

    /// <summary>Computed: no key.</summary>
    public int Sum => Count + 1;

    internal int Hidden { get; init; }
}
