using Gateway.Toolkit;
using Gateway.Toolkit.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says in code how requests are sent to one destination.</summary>
public static class ForwardingDestinationExtensions
{
    /// <summary>Sends a <c>Host</c> other than that of the address, such as <c>orders.internal</c>.</summary>
    public static GatewayDestinationBuilder Host(this GatewayDestinationBuilder destination, string host) => destination.Set("Host", host);

    /// <summary>Says how HTTP is spoken with this destination, in place of what its upstream says.</summary>
    public static GatewayDestinationBuilder Http(this GatewayDestinationBuilder destination, HttpOptions options) =>
        destination.Set("Http", options);
}
