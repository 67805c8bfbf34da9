using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit;

/// <summary>The one place where a request fails: counts and logs why, lets the app's hooks see it, and answers.</summary>
internal sealed class ProblemResponder(IEnumerable<ErrorHook> hooks, GatewayTelemetry telemetry, FailureLog log)
{
    private readonly ErrorHook[] _hooks = [.. hooks];

    /// <summary>Who answers the failures of a request.</summary>
    public static ProblemResponder For(HttpContext context) =>
        (context.Features.Get<IGatewayFeature>() as GatewayFeature)?.Problems
        ?? context.RequestServices.GetRequiredService<ProblemResponder>();

    /// <summary>Whether the app's request timeout has passed, which its own middleware answers.</summary>
    public static bool HasTimedOut(HttpContext context) =>
        context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true };

    /// <summary>Answers with a problem; a response that has begun is aborted, so that it never looks complete.</summary>
    public async Task RespondAsync(HttpContext context, GatewayProblem problem)
    {
        if (problem.StatusCode >= StatusCodes.Status499ClientClosedRequest && context.RequestAborted.IsCancellationRequested)
        {
            if (HasTimedOut(context))
                throw new OperationCanceledException(context.RequestAborted);
            problem = GatewayProblem.ClientClosed with { Cause = problem.Cause };
        }

        var feature = context.Features.Get<IGatewayFeature>() as GatewayFeature;
        if (feature is not null)
            feature.Problem = problem;
        telemetry.Failed(context, feature?.Route, problem);
        log.Add(context, feature, problem);
        if (context.Response.HasStarted)
            context.Abort();
        else if (problem.Code == GatewayProblem.ClientClosed.Code)
            context.Response.StatusCode = problem.StatusCode;
        else if (_hooks.Length == 0)
            await ProblemWriter.WriteAsync(context, problem);
        else
            await AskHooksAsync(context, feature, problem);
    }

    private async Task AskHooksAsync(HttpContext context, GatewayFeature? feature, GatewayProblem problem)
    {
        var error = new GatewayErrorContext(context, feature?.Route, problem);
        try
        {
            foreach (var hook in _hooks)
            {
                await hook.Invoke(error);
                if (error.Handled || context.Response.HasStarted)
                    return;
            }

            problem = error.Problem;
        }
        catch (Exception exception)
        {
            log.AddHookFailure(feature, exception);
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            context.Response.Clear();
        }

        await ProblemWriter.WriteAsync(context, problem);
    }
}
