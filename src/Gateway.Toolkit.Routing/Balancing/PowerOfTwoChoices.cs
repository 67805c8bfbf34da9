namespace Gateway.Toolkit.Routing;

/// <summary>Of two different destinations the less busy one: nearly as good as knowing the least busy of all, and no herd runs to it.</summary>
internal static class PowerOfTwoChoices
{
    public static DestinationChain Pick(DestinationChain[] destinations, Random random)
    {
        var first = random.Next(destinations.Length);
        var second = random.Next(destinations.Length - 1);
        if (second >= first)
            second++;
        return destinations[second].Destination.ActiveAttempts < destinations[first].Destination.ActiveAttempts ? destinations[second] : destinations[first];
    }
}
