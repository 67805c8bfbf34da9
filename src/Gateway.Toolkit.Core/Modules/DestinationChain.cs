namespace Gateway.Toolkit;

/// <summary>A destination and its own part of the chain, down to the network.</summary>
/// <param name="Destination">The destination.</param>
/// <param name="Send">Sends one attempt to it.</param>
public sealed record DestinationChain(GatewayDestination Destination, ExchangeDelegate Send);
