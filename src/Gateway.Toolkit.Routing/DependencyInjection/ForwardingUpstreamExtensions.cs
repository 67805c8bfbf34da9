using Gateway.Toolkit;
using Gateway.Toolkit.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says in code how requests are sent to the destinations of upstreams.</summary>
public static class ForwardingUpstreamExtensions
{
    /// <summary>Says how a destination is chosen for each attempt.</summary>
    public static TTarget LoadBalancing<TTarget>(this TTarget target, LoadBalancingPolicy policy)
        where TTarget : IUpstreamModules => target.LoadBalancing(new LoadBalancingOptions { Policy = policy });

    /// <summary>Says how a destination is chosen for each attempt.</summary>
    public static TTarget LoadBalancing<TTarget>(this TTarget target, LoadBalancingOptions options)
        where TTarget : IUpstreamModules => target.Set("LoadBalancing", options);

    /// <summary>Says how HTTP is spoken with the destinations.</summary>
    public static TTarget Http<TTarget>(this TTarget target, HttpOptions options)
        where TTarget : IUpstreamModules => target.Set("Http", options);

    /// <summary>Limits the time of requests.</summary>
    /// <param name="target">The upstream, or what upstreams share.</param>
    /// <param name="total">How long the whole may take.</param>
    public static TTarget Timeout<TTarget>(this TTarget target, TimeSpan total)
        where TTarget : IUpstreamModules => target.Timeout(new TimeoutOptions { Total = total });

    /// <summary>Limits the time of requests.</summary>
    public static TTarget Timeout<TTarget>(this TTarget target, TimeoutOptions options)
        where TTarget : IUpstreamModules => target.Set("Timeout", options);

    /// <summary>Says what destinations are told about the client.</summary>
    public static TTarget ForwardedHeaders<TTarget>(this TTarget target, ForwardedHeaderOptions options)
        where TTarget : IUpstreamModules => target.Set("ForwardedHeaders", options);
}
