using Gateway.Toolkit;
using Gateway.Toolkit.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Groups routes in code.</summary>
public static class GatewayGroupExtensions
{
    /// <summary>Adds routes that have a prefix, hosts or modules in common.</summary>
    /// <param name="gateway">The gateway.</param>
    /// <param name="prefix">What the routes' paths begin with: <c>/v1</c>, or <c>/{tenant}</c>.</param>
    /// <param name="configure">Sets the group's hosts and modules, and adds its routes.</param>
    public static IGatewayBuilder Group(this IGatewayBuilder gateway, string prefix, Action<GatewayGroupBuilder> configure)
    {
        var group = new GatewayGroupBuilder(gateway, prefix);
        configure(group);
        group.Apply();
        return gateway;
    }
}
