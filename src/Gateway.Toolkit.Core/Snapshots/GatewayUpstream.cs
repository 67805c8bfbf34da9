namespace Gateway.Toolkit;

/// <summary>One upstream of a snapshot: a named group of destinations.</summary>
public sealed class GatewayUpstream : GatewayItem
{
    internal GatewayUpstream(
        string id, GatewayConfigNode node, IReadOnlyList<ModuleOptions> modules, IReadOnlyList<GatewayDestination> destinations)
        : base(id, node, modules) => Destinations = destinations;

    /// <inheritdoc/>
    public override ModuleLevels Level => ModuleLevels.Upstream;

    /// <summary>The destinations of the configuration, in written order.</summary>
    public IReadOnlyList<GatewayDestination> Destinations { get; }

    /// <summary>The upstream part of the chain, for exchanges of routes that override none of its modules.</summary>
    public ExchangeDelegate Send { get; internal set; } = null!;

    /// <summary>The modules of <see cref="Send"/> from outside in.</summary>
    public IReadOnlyList<ChainLink> Chain { get; internal set; } = [];
}
