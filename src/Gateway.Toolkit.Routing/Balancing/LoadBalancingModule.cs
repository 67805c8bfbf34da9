namespace Gateway.Toolkit.Routing;

/// <summary>The key <c>LoadBalancing</c>: picks the destination of each attempt.</summary>
internal sealed class LoadBalancingModule() : GatewayModule<LoadBalancingOptions>(
    "LoadBalancing", ModuleLevels.Upstream, GatewayValues.Options<LoadBalancingOptions>(), Stage.Pick)
{
    public override object? ImplicitOptions { get; } = new LoadBalancingOptions();

    protected override ExchangeDelegate BuildExchange(LoadBalancingOptions options, ModuleBuild build, ExchangeDelegate inner) =>
        build.Destinations.Count switch
        {
            0 => static _ => ValueTask.FromResult(ExchangeResponse.Failed(GatewayProblem.NoDestination)),
            1 => build.Destinations[0].Send,
            _ => Balance(options, build),
        };

    private static ExchangeDelegate Balance(LoadBalancingOptions options, ModuleBuild build)
    {
        DestinationChain[] destinations = [.. build.Destinations];
        var turn = build.State(() => new RoundRobinTurn());
        return options.Policy == LoadBalancingPolicy.RoundRobin
            ? exchange => destinations[turn.Next(destinations.Length)].Send(exchange)
            : exchange => PowerOfTwoChoices.Pick(destinations, turn, Random.Shared).Send(exchange);
    }
}
