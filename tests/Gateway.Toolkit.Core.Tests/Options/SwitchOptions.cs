namespace Gateway.Toolkit.Core.Tests.Options;

/// <summary>Options whose short form is a switch.</summary>
[GatewayOptions(ShortForm = nameof(On))]
internal sealed partial record SwitchOptions
{
    /// <summary>Whether it is on.</summary>
    public bool On { get; init; }

    /// <summary>What it switches.</summary>
    public SampleOptions? Sample { get; init; }
}
