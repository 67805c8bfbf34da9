using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit;

/// <summary>
/// Says what the gateway does, in code. Code and JSON mix: what code sets is the lowest layer, so that configuration can
/// change it without a build; within code and within configuration the later call wins. The app's section, read unless
/// another one is named, is the highest layer: with it come environment variables and the command line.
/// </summary>
public interface IGatewayBuilder
{
    /// <summary>The app's services: where packages register their modules.</summary>
    IServiceCollection Services { get; }

    /// <summary>Reads a JSON file. Its root is the content of the <c>Gateway</c> section, or an object with a <c>Gateway</c> key.</summary>
    /// <param name="path">The path, relative to the content root.</param>
    /// <param name="optional">Whether the file may be missing at the start.</param>
    IGatewayBuilder JsonFile(string path, bool optional = false);

    /// <summary>Reads a section of an <see cref="IConfiguration"/>, instead of the app's <c>Gateway</c> section.</summary>
    IGatewayBuilder Configuration(IConfiguration section);

    /// <summary>Adds a route.</summary>
    IGatewayBuilder Route(string id, Action<GatewayRouteBuilder> configure);

    /// <summary>Adds an upstream.</summary>
    IGatewayBuilder Upstream(string id, Action<GatewayUpstreamBuilder> configure);

    /// <summary>Adds a policy: modules that routes and local endpoints use by its name.</summary>
    IGatewayBuilder Policy(string name, Action<GatewayPolicyBuilder> configure);

    /// <summary>Sets modules that hold for every route that has no own and no policy's.</summary>
    IGatewayBuilder RouteDefaults(Action<GatewayPolicyBuilder> configure);

    /// <summary>Sets modules that hold for every upstream that has no own.</summary>
    IGatewayBuilder UpstreamDefaults(Action<GatewayUpstreamBuilder> configure);

    /// <summary>Sets a key at the root.</summary>
    IGatewayBuilder Root(string key, GatewayConfigNode value);
}
