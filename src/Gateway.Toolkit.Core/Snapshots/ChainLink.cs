namespace Gateway.Toolkit;

/// <summary>One module at one stage of a chain.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Options">The module, its options and where they came from.</param>
/// <param name="Item">The item whose options they are: the route, or the upstream or destination its dispatcher leads to.</param>
public sealed record ChainLink(Stage Stage, ModuleOptions Options, GatewayItem Item);
