using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit;

/// <summary>
/// What is around the chains of every route: pins the snapshot, turns an admitted request into an exchange and its response
/// into the client's, and answers for what fails.
/// </summary>
internal sealed partial class RequestPipeline(GatewayTelemetry telemetry, ILogger<RequestPipeline> logger)
{
    private static readonly GatewayProblem _replaced = new(
        "configuration-replaced", StatusCodes.Status503ServiceUnavailable, "The configuration was replaced while the request waited")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    /// <summary>Folds a route's chains and gives it its pipeline.</summary>
    public void Attach(GatewayRoute route, LocalEndpoint? local, ChainFolder folder)
    {
        var capture = local is not null && LocalDispatcher.IsNeeded(route);
        var chain = local is not null && !capture
            ? folder.Fold(route, _ => LocalDispatcher.InvokeAsync, null)
            : folder.Fold(route, exchange => context => RelayAsync(context, exchange), capture ? LocalDispatcher.SendAsync : null);
        route.Pipeline = context => InvokeAsync(context, route, chain);
    }

    private async Task InvokeAsync(HttpContext context, GatewayRoute route, RequestDelegate chain)
    {
        var snapshot = route.Snapshot;
        if (!snapshot.TryPin())
        {
            await ProblemWriter.WriteAsync(context, _replaced);
            return;
        }

        var started = telemetry.Start(route);
        try
        {
            await chain(context);
        }
        catch (Exception exception)
        {
            if (!await AnswerAsync(context, exception))
                throw;
        }
        finally
        {
            telemetry.Stop(context, route, started);
            snapshot.Release();
        }
    }

    private static async Task RelayAsync(HttpContext context, ExchangeDelegate dispatch)
    {
        var feature = (GatewayFeature)context.Features.Get<IGatewayFeature>()!;
        var exchange = ExchangeFactory.Create(context, feature);
        feature.Exchange = exchange;
        if (exchange is { Local: not null, Upgrade: not null })
        {
            // A change of protocol is between the client and the endpoint: there is no response to capture.
            await LocalDispatcher.InvokeAsync(context);
            return;
        }

        var response = await dispatch(exchange);
        try
        {
            await Relay.SendAsync(context, response);
        }
        finally
        {
            await response.DisposeAsync();
        }
    }

    // False for what the app has to see itself: its own request timeout, and the failure of a local endpoint, which its own
    // exception handlers answer.
    private async ValueTask<bool> AnswerAsync(HttpContext context, Exception exception)
    {
        var feature = context.Features.Get<IGatewayFeature>() as GatewayFeature;
        if (context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true })
            return false;
        if (context.RequestAborted.IsCancellationRequested)
        {
            if (feature is not null)
                feature.Problem = GatewayProblem.ClientClosed;
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        if (feature?.Route.IsLocal == true || exception is BadHttpRequestException)
            return false;
        Log.Failed(logger, exception, feature?.Route.Id);
        if (context.Response.HasStarted)
            context.Abort();
        else
            await ProblemWriter.WriteAsync(context, GatewayProblem.Internal with { Cause = exception });
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Error, "Route {Route} failed", EventName = "RouteFailed")]
        public static partial void Failed(ILogger logger, Exception exception, string? route);
    }
}
