using Gateway.Toolkit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Gives local endpoints the gateway's modules.</summary>
public static class GatewayEndpointConventionBuilderExtensions
{
    /// <summary>Applies policies to an endpoint, or to all endpoints of a group; the last one named wins.</summary>
    /// <param name="builder">The endpoint: minimal API, controllers, gRPC, SignalR, fallback, or a group of them.</param>
    /// <param name="policies">The names of the policies; an unknown one stops the app's start.</param>
    public static TBuilder WithGateway<TBuilder>(this TBuilder builder, params string[] policies)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithGateway(policy => policy.Set(
            "Use", GatewayConfigNode.Array(policies.Select(name => GatewayConfigNode.String(name)))));

    /// <summary>Applies modules to an endpoint, or to all endpoints of a group.</summary>
    /// <param name="builder">The endpoint: minimal API, controllers, gRPC, SignalR, fallback, or a group of them.</param>
    /// <param name="configure">Sets the modules.</param>
    public static TBuilder WithGateway<TBuilder>(this TBuilder builder, Action<GatewayPolicyBuilder> configure)
        where TBuilder : IEndpointConventionBuilder
    {
        var policy = new GatewayPolicyBuilder();
        configure(policy);
        builder.Finally(endpoint => Wrap(endpoint, policy));
        return builder;
    }

    private static void Wrap(EndpointBuilder builder, GatewayPolicyBuilder policy)
    {
        if (builder.RequestDelegate is not { } inner)
            return;

        // Groups come after what is in them: one chain for both.
        if (builder.Metadata.OfType<LocalEndpoint>().FirstOrDefault() is { } known)
        {
            known.Inherit(policy.ToNode());
            return;
        }

        var name = NameOf(builder);
        var local = new LocalEndpoint(name, policy.ToNode().AsRoot($"{LocalEndpoint.Section}:{name}"));
        var gateway = builder.ApplicationServices.GetService<IGateway>() ?? throw new InvalidOperationException(
            $"{name} has WithGateway, but the gateway is not added: add \"builder.Services.AddGateway();\" before \"builder.Build()\"");
        var scopes = builder.ApplicationServices.GetRequiredService<IServiceScopeFactory>();
        builder.Metadata.Add(local);
        builder.RequestDelegate = context =>
        {
            var route = local.RouteIn(gateway.Snapshot);
            var values = context.Request.RouteValues;
            context.Features.Set<IGatewayFeature>(
                new GatewayFeature(route, values) { Local = new LocalCall(context.GetEndpoint(), inner, scopes) });
            return route.Pipeline(context);
        };
    }

    private static string NameOf(EndpointBuilder builder)
    {
        var methods = builder.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods;
        var pattern = (builder as RouteEndpointBuilder)?.RoutePattern.RawText ?? builder.DisplayName ?? "endpoint";
        var hosts = builder.Metadata.OfType<IHostMetadata>().LastOrDefault()?.Hosts;
        return (methods is { Count: > 0 } ? $"{string.Join(",", methods)} " : "") + pattern + (hosts is { Count: > 0 } ? $" on {string.Join(",", hosts)}" : "");
    }
}
