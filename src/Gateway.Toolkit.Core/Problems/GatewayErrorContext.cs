using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>A request that the gateway is about to answer with a problem, as hooks of <c>OnError</c> see it.</summary>
public sealed class GatewayErrorContext
{
    internal GatewayErrorContext(HttpContext httpContext, GatewayRoute? route, GatewayProblem problem)
    {
        HttpContext = httpContext;
        Route = route;
        Problem = problem;
    }

    /// <summary>The request. Nothing of its response has been sent.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The route, or the local endpoint's place among routes; null where none matched.</summary>
    public GatewayRoute? Route { get; }

    /// <summary>
    /// What will be sent; replace it to change title, detail, status, header fields or extensions:
    /// <c>error.Problem = error.Problem with { Title = "…" }</c>. <see cref="GatewayProblem.Cause"/> says what failed; it may
    /// name hosts and addresses. Logs, metrics and <see cref="IGatewayFeature.Problem"/> keep the problem as it occurred.
    /// </summary>
    public GatewayProblem Problem { get; set; }

    /// <summary>Set to true after writing a response of your own: neither later hooks nor the gateway then write one.</summary>
    public bool Handled { get; set; }
}
