namespace Gateway.Toolkit.Routing;

/// <summary>How a destination is chosen for an attempt.</summary>
public enum LoadBalancingPolicy
{
    /// <summary>Of two destinations taken at random the one with fewer attempts on their way.</summary>
    PowerOfTwoChoices,

    /// <summary>One after the other, in written order.</summary>
    RoundRobin,
}
