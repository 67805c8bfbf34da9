namespace Gateway.Toolkit.Core.Generators.Tests.Records;

/// <summary>Options that hold options that hold these.</summary>
[GatewayOptions(ShortForm = nameof(Trees))]
public sealed partial record ForestOptions
{
    /// <summary>The trees.</summary>
    public GatewayList<TreeOptions> Trees { get; init; } = [];
}
