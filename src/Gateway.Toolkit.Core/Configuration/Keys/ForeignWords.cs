using System.Collections.Frozen;

namespace Gateway.Toolkit;

/// <summary>Keys of YARP and Ocelot, and what they are here.</summary>
internal static class ForeignWords
{
    private static readonly FrozenDictionary<string, (string Origin, string Ours)> _words =
        new Dictionary<string, (string Origin, string Ours)>
        {
            ["ReverseProxy"] = ("YARP", "Gateway"),
            ["Clusters"] = ("YARP", "Upstreams"),
            ["ClusterId"] = ("YARP", "Forward"),
            ["RouteId"] = ("YARP", "Routes"),
            ["Transforms"] = ("YARP", "Rewrite"),
            ["AuthorizationPolicy"] = ("YARP", "Auth"),
            ["RateLimiterPolicy"] = ("YARP", "Throttle"),
            ["OutputCachePolicy"] = ("YARP", "Cache"),
            ["TimeoutPolicy"] = ("YARP", "Timeout"),
            ["CorsPolicy"] = ("YARP", "Cors"),
            ["MaxRequestBodySize"] = ("YARP", "RequestGuard"),
            ["LoadBalancingPolicy"] = ("YARP", "LoadBalancing"),
            ["SessionAffinity"] = ("YARP", "Affinity"),
            ["HealthCheck"] = ("YARP", "Health"),
            ["HttpClient"] = ("YARP", "Http"),
            ["HttpRequest"] = ("YARP", "Http"),
            ["ActivityTimeout"] = ("YARP", "Timeout"),
            ["Metadata"] = ("YARP", "x-…"),
            ["GlobalConfiguration"] = ("Ocelot", "Defaults"),
            ["ReRoutes"] = ("Ocelot", "Routes"),
            ["DynamicRoutes"] = ("Ocelot", "Discovery"),
            ["Aggregates"] = ("Ocelot", "Aggregate"),
            ["UpstreamPathTemplate"] = ("Ocelot", "Match:Path"),
            ["UpstreamHttpMethod"] = ("Ocelot", "Match:Methods"),
            ["UpstreamHost"] = ("Ocelot", "Match:Hosts"),
            ["UpstreamHeaderTemplates"] = ("Ocelot", "Match:Headers"),
            ["Priority"] = ("Ocelot", "Order"),
            ["DownstreamPathTemplate"] = ("Ocelot", "Rewrite"),
            ["DownstreamHttpMethod"] = ("Ocelot", "Rewrite"),
            ["DownstreamHostAndPorts"] = ("Ocelot", "Upstreams:…:Destinations"),
            ["DownstreamScheme"] = ("Ocelot", "Upstreams:…:Destinations"),
            ["DownstreamHttpVersion"] = ("Ocelot", "Http"),
            ["UpstreamHeaderTransform"] = ("Ocelot", "Rewrite"),
            ["DownstreamHeaderTransform"] = ("Ocelot", "Rewrite"),
            ["AddHeadersToRequest"] = ("Ocelot", "Rewrite"),
            ["AddQueriesToRequest"] = ("Ocelot", "Rewrite"),
            ["AuthenticationOptions"] = ("Ocelot", "Auth"),
            ["RouteClaimsRequirement"] = ("Ocelot", "Auth"),
            ["RateLimitOptions"] = ("Ocelot", "Throttle"),
            ["QoSOptions"] = ("Ocelot", "Breaker"),
            ["FileCacheOptions"] = ("Ocelot", "Cache"),
            ["CacheOptions"] = ("Ocelot", "Cache"),
            ["LoadBalancerOptions"] = ("Ocelot", "LoadBalancing"),
            ["HttpHandlerOptions"] = ("Ocelot", "Http"),
            ["SecurityOptions"] = ("Ocelot", "RequestGuard"),
            ["ServiceDiscoveryProvider"] = ("Ocelot", "Discovery"),
            ["ServiceName"] = ("Ocelot", "Discovery"),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What to say of a foreign key; null if it is none.</summary>
    public static string? Message(string key) => _words.TryGetValue(key, out var word)
        ? $"is {word.Origin}'s word; Gateway.Toolkit calls it \"{word.Ours}\""
        : null;
}
