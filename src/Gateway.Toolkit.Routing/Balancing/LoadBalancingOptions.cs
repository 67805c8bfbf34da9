namespace Gateway.Toolkit.Routing;

/// <summary>How the attempts of an upstream are spread over its destinations.</summary>
[GatewayOptions(ShortForm = nameof(Policy))]
public sealed partial record LoadBalancingOptions
{
    /// <summary>How a destination is chosen.</summary>
    /// <value><see cref="LoadBalancingPolicy.PowerOfTwoChoices"/> by default.</value>
    public LoadBalancingPolicy Policy { get; init; }
}
