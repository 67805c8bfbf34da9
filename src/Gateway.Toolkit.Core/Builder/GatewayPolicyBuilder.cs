namespace Gateway.Toolkit;

/// <summary>Sets the modules of a policy, of defaults, or of one local endpoint.</summary>
public sealed class GatewayPolicyBuilder : ModuleSet, IRouteModules
{
    internal GatewayPolicyBuilder()
    {
    }
}
