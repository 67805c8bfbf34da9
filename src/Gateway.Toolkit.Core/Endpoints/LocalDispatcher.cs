using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit;

/// <summary>
/// The innermost part of a local endpoint's chain: the endpoint itself on the live request or, where a reuse or shape module
/// has to see its response, the endpoint as a dispatcher whose response is captured.
/// </summary>
internal static class LocalDispatcher
{
    /// <summary>Whether a module of the exchange has to see the endpoint's response.</summary>
    public static bool IsNeeded(GatewayRoute route) =>
        route.Modules.Any(module => module.Module.Stages.Any(stage => stage is >= Stage.Encode and < Stage.Dispatch));

    /// <summary>Calls the endpoint on the live request.</summary>
    public static Task InvokeAsync(HttpContext context) =>
        ((GatewayFeature)context.Features.Get<IGatewayFeature>()!).Local!.Invoke(context);

    /// <summary>Calls the endpoint beside the live request, or without one, and captures its response.</summary>
    public static async ValueTask<ExchangeResponse> SendAsync(Exchange exchange)
    {
        var call = exchange.Local!;
        var capture = new ResponseCapture(exchange.Context?.Response);
        var features = exchange.Context is { } live ? new FeatureCollection(live.Features) : new FeatureCollection();
        features.Set<IHttpRequestFeature>(Request(exchange));
        features.Set<IHttpResponseFeature>(capture);
        features.Set<IHttpResponseBodyFeature>(capture);
        features.Set<IHttpResponseTrailersFeature>(capture);
        features.Set<IEndpointFeature>(new EndpointFeature { Endpoint = call.Endpoint });
        features.Set<IRouteValuesFeature>(new RouteValuesFeature { RouteValues = exchange.RouteValues });
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = exchange.Cancellation });
        AsyncServiceScope? scope = null;
        if (exchange.Context is null)
        {
            scope = call.Scopes.CreateAsyncScope();
            features.Set<IServiceProvidersFeature>(new RequestServicesFeature(scope.Value.ServiceProvider));
            if (exchange.Body.Exists)
                features.Set<IRequestBodyPipeFeature>(new BodyPipe(exchange.Body.Open()));
        }

        var context = new DefaultHttpContext(features) { User = exchange.User };
        context.Connection.RemoteIpAddress ??= exchange.Connection.RemoteAddress ?? System.Net.IPAddress.None;
        await capture.RunAsync(call.Invoke, context, scope);
        return capture.ToResponse();
    }

    private static HttpRequestFeature Request(Exchange exchange)
    {
        var query = exchange.Target.IndexOf('?', StringComparison.Ordinal);
        var live = exchange.Context?.Features.Get<IHttpRequestFeature>();
        var path = query < 0 ? exchange.Target : exchange.Target[..query];
        return new()
        {
            Protocol = exchange.Protocol,
            Scheme = exchange.Scheme,
            Method = exchange.Method,
            PathBase = live?.PathBase ?? "",
            Path = PathString.FromUriComponent(path).Value ?? "/",
            QueryString = query < 0 ? "" : exchange.Target[query..],
            RawTarget = exchange.Target,
            Headers = exchange.Headers.ToDictionary(),
            Body = live?.Body ?? Stream.Null,
        };
    }

    private sealed class EndpointFeature : IEndpointFeature
    {
        public Endpoint? Endpoint { get; set; }
    }

    private sealed class RequestServicesFeature(IServiceProvider services) : IServiceProvidersFeature
    {
        public IServiceProvider RequestServices { get; set; } = services;
    }

    private sealed class BodyPipe(PipeReader reader) : IRequestBodyPipeFeature
    {
        public PipeReader Reader => reader;
    }
}
