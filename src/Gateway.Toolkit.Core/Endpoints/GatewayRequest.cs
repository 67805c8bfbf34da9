using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit;

/// <summary>How a matcher hands a request over to the gateway.</summary>
public static class GatewayRequest
{
    /// <summary>Says which route a request matched: puts <see cref="IGatewayFeature"/> on the request.</summary>
    public static void Matched(HttpContext context, GatewayRoute route, RouteValueDictionary values) =>
        context.Features.Set<IGatewayFeature>(new GatewayFeature(route, values));

    /// <summary>Answers with a problem in the gateway's name: <c>application/problem+json</c> and <c>Proxy-Status</c>.</summary>
    public static Task RejectAsync(HttpContext context, GatewayProblem problem) => ProblemWriter.WriteAsync(context, problem);
}
