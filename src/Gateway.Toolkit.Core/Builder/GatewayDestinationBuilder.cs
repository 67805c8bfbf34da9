namespace Gateway.Toolkit;

/// <summary>Sets the modules of one destination.</summary>
public sealed class GatewayDestinationBuilder : ModuleSet
{
    internal GatewayDestinationBuilder(string address) => Set("Address", GatewayConfigNode.String(address));
}
