namespace Gateway.Toolkit;

/// <summary>One address of an upstream.</summary>
public sealed class GatewayDestination : GatewayItem
{
    private int _active;

    internal GatewayDestination(string id, string upstreamId, GatewayConfigNode node, IReadOnlyList<ModuleOptions> modules, Uri address)
        : base(id, node, modules)
    {
        UpstreamId = upstreamId;
        Address = address;
    }

    /// <inheritdoc/>
    public override ModuleLevels Level => ModuleLevels.Destination;

    /// <summary>The upstream's name.</summary>
    public string UpstreamId { get; }

    /// <summary>The address; its path, if any, goes before the target's.</summary>
    public Uri Address { get; }

    /// <summary>How many attempts are on their way.</summary>
    public int ActiveAttempts => Volatile.Read(ref _active);

    /// <summary>The modules of the destination's own part of the chain from outside in.</summary>
    public IReadOnlyList<ChainLink> Chain { get; internal set; } = [];

    internal override string FullId => $"{UpstreamId}/{Id}";

    internal void Begin() => Interlocked.Increment(ref _active);

    internal void End() => Interlocked.Decrement(ref _active);
}
