using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>One route of a snapshot, or one local endpoint with gateway modules.</summary>
public sealed class GatewayRoute : GatewayItem
{
    internal GatewayRoute(string id, GatewayConfigNode node, IReadOnlyList<ModuleOptions> modules, bool isLocal)
        : base(id, node, modules) => IsLocal = isLocal;

    /// <inheritdoc/>
    public override ModuleLevels Level => ModuleLevels.Route;

    /// <summary>Whether this is a local endpoint (<c>WithGateway</c>) rather than a route of the configuration.</summary>
    public bool IsLocal { get; }

    /// <summary>The snapshot it belongs to; the latest one, if several share it.</summary>
    public GatewaySnapshot Snapshot { get; internal set; } = null!;

    /// <summary>The whole chain, admission and exchange, on a request that matched.</summary>
    public RequestDelegate Pipeline { get; internal set; } = null!;

    /// <summary>The exchange part alone: what parts of aggregates and background work call.</summary>
    public ExchangeDelegate Exchange { get; internal set; } = null!;

    /// <summary>The modules of the chain from outside in, as <c>explain</c> shows them.</summary>
    public IReadOnlyList<ChainLink> Chain { get; internal set; } = [];

    /// <summary>The upstreams that its chain leads to.</summary>
    public IReadOnlyList<string> Upstreams { get; internal set; } = [];

    /// <summary>The metadata that its modules gave to its endpoint.</summary>
    public IReadOnlyList<object> Metadata { get; internal set; } = [];
}
