namespace Gateway.Toolkit;

/// <summary>One module's options as they hold for one item, and where they came from.</summary>
/// <param name="Module">The module.</param>
/// <param name="Options">Its options.</param>
/// <param name="Node">What was written.</param>
/// <param name="From">The policy (<c>policy standard</c>) or defaults (<c>defaults</c>) they came from; null for the item's own.</param>
public sealed record ModuleOptions(IGatewayModule Module, object Options, GatewayConfigNode Node, string? From);
