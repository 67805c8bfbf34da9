namespace Gateway.Toolkit;

/// <summary>Sets what a route matches and the modules that apply to it.</summary>
public sealed class GatewayRouteBuilder : ModuleSet, IRouteModules
{
    internal GatewayRouteBuilder()
    {
    }

    /// <summary>Uses policies: their modules apply where the route sets none of its own; the last one named wins.</summary>
    public GatewayRouteBuilder Use(params string[] policies)
    {
        Set("Use", GatewayConfigNode.Array(policies.Select(policy => GatewayConfigNode.String(policy))));
        return this;
    }

    /// <summary>Switches the route off or on; on by default.</summary>
    public GatewayRouteBuilder Enabled(bool enabled)
    {
        Set("Enabled", GatewayConfigNode.Boolean(enabled));
        return this;
    }
}
