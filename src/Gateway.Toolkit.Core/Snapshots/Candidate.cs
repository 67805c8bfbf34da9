namespace Gateway.Toolkit;

/// <summary>A snapshot that is bound and checked but has no chains yet, and what is wrong with it, item by item.</summary>
internal sealed record Candidate(
    GatewayConfigNode Root,
    GatewaySnapshot Snapshot,
    IReadOnlyDictionary<Type, object> Parts,
    GatewayErrors Errors,
    IReadOnlySet<(ItemName From, ItemName To)> References);
