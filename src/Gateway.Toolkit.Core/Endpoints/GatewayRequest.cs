using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit;

/// <summary>How a matcher hands a request over to the gateway.</summary>
public static class GatewayRequest
{
    /// <summary>Says which route a request matched: puts <see cref="IGatewayFeature"/> on the request.</summary>
    public static void Matched(HttpContext context, GatewayRoute route, RouteValueDictionary values) =>
        context.Features.Set<IGatewayFeature>(new GatewayFeature(route, values));

    /// <summary>
    /// Answers with a problem in the gateway's name: <c>application/problem+json</c> (RFC 9457) and <c>Proxy-Status</c> (RFC
    /// 9209), or a gRPC status where the request is gRPC; logs and counts it. A response that has begun is aborted.
    /// </summary>
    public static Task RejectAsync(HttpContext context, GatewayProblem problem) =>
        ProblemResponder.For(context).RespondAsync(context, problem);
}
