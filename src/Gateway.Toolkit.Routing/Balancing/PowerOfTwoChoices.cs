namespace Gateway.Toolkit.Routing;

/// <summary>
/// Of two different destinations the less busy one: nearly as good as knowing the least busy of all, and no herd runs to it. One
/// of the two is the next in turn, the other is taken at random; where both are equally busy the turn decides, so that quiet
/// destinations share evenly.
/// </summary>
internal static class PowerOfTwoChoices
{
    public static DestinationChain Pick(DestinationChain[] destinations, RoundRobinTurn turn, Random random)
    {
        var first = turn.Next(destinations.Length);
        var second = random.Next(destinations.Length - 1);
        if (second >= first)
            second++;
        return destinations[second].Destination.ActiveAttempts < destinations[first].Destination.ActiveAttempts ? destinations[second] : destinations[first];
    }
}
