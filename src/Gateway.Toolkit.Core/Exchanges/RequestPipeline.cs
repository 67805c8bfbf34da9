using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>
/// What is around the chains of every route: pins the snapshot, turns an admitted request into an exchange and its response
/// into the client's, and answers for what fails.
/// </summary>
internal sealed class RequestPipeline(GatewayTelemetry telemetry, ProblemResponder problems)
{
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
        var feature = (GatewayFeature)context.Features.Get<IGatewayFeature>()!;
        feature.Problems = problems;
        var snapshot = route.Snapshot;
        if (!snapshot.TryPin())
        {
            await problems.RespondAsync(context, GatewayProblem.ConfigurationReplaced);
            return;
        }

        var measure = telemetry.Start(context, feature, snapshot);
        Exception? left = null;
        try
        {
            await chain(context);
        }
        catch (Exception exception)
        {
            left = exception;
            if (IsForTheApp(context, route, exception))
                throw;
            await AnswerAsync(context, feature, exception);
            left = null;
        }
        finally
        {
            var (status, error) = left is null ? (context.Response.StatusCode, null) : Expected(context, left);
            telemetry.Stop(context, feature, measure, status, error);
            snapshot.Release();
        }
    }

    private async Task RelayAsync(HttpContext context, ExchangeDelegate dispatch)
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
            await Relay.SendAsync(context, response, problems);
        }
        finally
        {
            await response.DisposeAsync();
        }
    }

    // What the app has to see itself: its own request timeout, and the failure of a local endpoint, which its own exception
    // handlers answer.
    private static bool IsForTheApp(HttpContext context, GatewayRoute route, Exception exception) =>
        ProblemResponder.HasTimedOut(context)
            ? exception is OperationCanceledException
            : route.IsLocal && !context.RequestAborted.IsCancellationRequested;

    // What the app, or the server, is going to answer.
    private static (int Status, string Error) Expected(HttpContext context, Exception exception) => exception switch
    {
        _ when ProblemResponder.HasTimedOut(context) => (StatusCodes.Status504GatewayTimeout, GatewayProblem.DeadlineExceeded.Code),
        BadHttpRequestException bad => (bad.StatusCode, GatewayProblem.BadRequest.Code),
        _ => (StatusCodes.Status500InternalServerError, "endpoint-failed"),
    };

    private Task AnswerAsync(HttpContext context, GatewayFeature feature, Exception exception)
    {
        // The gateway gave up the connection itself: what fails after that is no news.
        if (feature.Problem is not null && context.RequestAborted.IsCancellationRequested)
            return Task.CompletedTask;
        var problem = context.RequestAborted.IsCancellationRequested ? GatewayProblem.ClientClosed
            : exception is BadHttpRequestException bad ? ProblemOf(bad)
            : GatewayProblem.Internal;
        return problems.RespondAsync(context, problem with { Cause = exception });
    }

    private static GatewayProblem ProblemOf(BadHttpRequestException exception) => exception.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => GatewayProblem.BodyTooLarge,
        StatusCodes.Status408RequestTimeout => GatewayProblem.RequestTimeout,
        _ => GatewayProblem.BadRequest,
    };
}
