using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit.Routing;

/// <summary>
/// What <c>MapGateway()</c> adds to the app: one endpoint that takes every path, in whose place the policy puts the endpoint of
/// the route that a request matches. Conventions apply to that one and to each route's.
/// </summary>
internal sealed class GatewayEndpointDataSource(IServiceProvider services) : EndpointDataSource, IEndpointConventionBuilder
{
    // After every endpoint of the app's own that is no fallback: those are MapFallback's, with int.MaxValue.
    private const int LastButFallbacks = int.MaxValue - 1;

    private static readonly RoutePattern _everyPath = RoutePatternFactory.Parse("/{**gateway}");

    private readonly List<Action<EndpointBuilder>> _conventions = [];
    private readonly List<Action<EndpointBuilder>> _finally = [];
    private IReadOnlyList<Action<EndpointBuilder>> _groupConventions = [];
    private IReadOnlyList<Action<EndpointBuilder>> _groupFinally = [];
    private IReadOnlyList<HostPattern> _hosts = [];
    private Endpoint? _endpoint;
    private Endpoint? _rejection;

    /// <summary>Whether <c>MapGateway()</c> was called.</summary>
    public bool IsMapped { get; set; }

    public override IReadOnlyList<Endpoint> Endpoints => [_endpoint ??= EveryPath()];

    /// <summary>What answers requests that come near a route but don't match: 405, 415, 406.</summary>
    public Endpoint Rejection => _rejection ??= Build(
        context => GatewayRequest.RejectAsync(context, context.Features.Get<MatchFeature>()!.Problem!), _everyPath, "Gateway: no match", []);

    /// <summary>Whether a request is for a host that <c>MapGateway().RequireHost(…)</c> names; true if that was not called.</summary>
    public bool IsFor(HttpRequest request)
    {
        if (_hosts.Count == 0)
            return true;
        var requestHost = new RequestHost(request);
        foreach (var host in _hosts)
        {
            if (host.Matches(requestHost))
                return true;
        }

        return false;
    }

    public void Add(Action<EndpointBuilder> convention) => _conventions.Add(convention);

    public void Finally(Action<EndpointBuilder> finallyConvention) => _finally.Add(finallyConvention);

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context)
    {
        if (context.Prefix.PathSegments.Count > 0)
        {
            throw new InvalidOperationException(
                $"MapGateway() is in a group with the prefix \"{context.Prefix.RawText}\", but routes name their whole path: "
                + "call it on the app, or on a group without a prefix, and give the routes' paths the prefix");
        }

        _groupConventions = context.Conventions;
        _groupFinally = context.FinallyConventions;
        return [_endpoint = EveryPath()];
    }

    /// <summary>The endpoint of a route.</summary>
    public Endpoint Of(RouteEntry entry) => entry.Endpoint ??= Build(
        InvokeAsync, entry.Template.Pattern, $"Gateway: {entry.Route.Id}", entry.Route.Metadata);

    private static Task InvokeAsync(HttpContext context)
    {
        var match = context.Features.Get<MatchFeature>()!;
        match.Announce(context);
        return match.Route!.Pipeline(context);
    }

    // ASP.NET looks at required hosts too, but only after the app's fallbacks have made way for the gateway.
    private RouteEndpoint EveryPath()
    {
        var endpoint = Build(InvokeAsync, _everyPath, "Gateway", [new GatewayEndpointMark()]);
        _hosts = [.. (endpoint.Metadata.GetMetadata<IHostMetadata>()?.Hosts ?? []).Select(host => HostPattern.Parse(host, out var pattern) is { } error
            ? throw new InvalidOperationException($"MapGateway().RequireHost: {error}")
            : pattern)];
        return endpoint;
    }

    // Conventions come first: what a route says itself is nearer, so it comes last and wins.
    private RouteEndpoint Build(RequestDelegate invoke, RoutePattern pattern, string name, IReadOnlyList<object> metadata)
    {
        var builder = new RouteEndpointBuilder(invoke, pattern, LastButFallbacks) { DisplayName = name, ApplicationServices = services };
        foreach (var convention in (ReadOnlySpan<Action<EndpointBuilder>>)[.. _groupConventions, .. _conventions])
            convention(builder);
        foreach (var item in metadata)
            builder.Metadata.Add(item);
        foreach (var convention in (ReadOnlySpan<Action<EndpointBuilder>>)[.. _finally, .. _groupFinally])
            convention(builder);
        if (builder.FilterFactories.Count > 0)
        {
            throw new InvalidOperationException(
                "MapGateway() has an endpoint filter, but routes have no handler whose arguments it could see: use a middleware or a module");
        }

        return (RouteEndpoint)builder.Build();
    }
}
