namespace Gateway.Toolkit;

/// <summary>Marks the endpoint behind which the gateway's routes stand, so that a missing one is noticed at the start.</summary>
public interface IGatewayEndpointMetadata;
