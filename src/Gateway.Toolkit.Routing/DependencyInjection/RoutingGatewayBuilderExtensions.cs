using Gateway.Toolkit;
using Gateway.Toolkit.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds routing to a gateway.</summary>
public static class RoutingGatewayBuilderExtensions
{
    /// <summary>
    /// Adds matching, forwarding, balancing, rewriting, redirects and canned responses. May be called several times.
    /// </summary>
    public static IGatewayBuilder AddRouting(this IGatewayBuilder builder)
    {
        MatchingServices.Add(builder.Services);
        ForwardingServices.Add(builder.Services);
        RewritingServices.Add(builder.Services);
        RespondingServices.Add(builder.Services);
        return builder;
    }
}
