namespace Gateway.Toolkit.Core.Generators.Tests.Records;

/// <summary>Options that hold themselves.</summary>
[GatewayOptions]
public sealed partial record TreeOptions
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The node to the left.</summary>
    public TreeOptions? Left { get; init; }

    /// <summary>All others.</summary>
    public GatewayList<TreeOptions> Children { get; init; } = [];

    /// <summary>The other half of a circle.</summary>
    public ForestOptions? Forest { get; init; }
}
