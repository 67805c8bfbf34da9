using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit;

/// <summary>
/// Logs why requests failed: one line each, and where the same failure goes on, one line a minute. No line holds addresses or
/// texts of exceptions, except at Debug and the stack of a defect.
/// </summary>
internal sealed partial class FailureLog : IDisposable
{
    private readonly ILogger _logger;
    private readonly RepeatFilter _filter;

    public FailureLog(ILogger<FailureLog> logger, TimeProvider time)
    {
        _logger = logger;
        _filter = new(time, (key, count) => Log.Repeated(_logger, key.Level, key.Route ?? "none", key.Kind, count, key.Upstream ?? "none"));
    }

    /// <summary>Logs a problem by its weight.</summary>
    /// <param name="context">The request.</param>
    /// <param name="feature">What the gateway knows of it; null before it matched.</param>
    /// <param name="problem">What went wrong.</param>
    public void Add(HttpContext context, GatewayFeature? feature, GatewayProblem problem)
    {
        var route = feature?.Route.Id ?? "none";
        if (problem.Code == GatewayProblem.Internal.Code && problem.Cause is { } defect)
            AddDefect(route, defect);
        else if (problem.StatusCode >= 500)
            AddFailure(context, feature, route, problem);
        else if (_logger.IsEnabled(LogLevel.Debug))
            Log.Refused(_logger, route, problem.StatusCode, problem.Code, RequestTrace.IdOf(context));
    }

    /// <summary>Logs that a hook of <c>OnError</c> failed.</summary>
    public void AddHookFailure(GatewayFeature? feature, Exception exception)
    {
        var route = feature?.Route.Id ?? "none";
        if (IsFirst(LogLevel.Error, route, null, $"OnError {exception.GetType()}"))
            Log.HookFailed(_logger, exception, route);
    }

    public void Dispose() => _filter.Dispose();

    private void AddDefect(string route, Exception exception)
    {
        if (IsFirst(LogLevel.Error, route, null, exception.GetType().ToString()))
            Log.RouteFailed(_logger, exception, route);
    }

    private void AddFailure(HttpContext context, GatewayFeature? feature, string route, GatewayProblem problem)
    {
        var upstream = UpstreamOf(feature) ?? "none";
        if (IsFirst(LogLevel.Warning, route, upstream, problem.Code))
            Log.Failed(_logger, route, problem.StatusCode, problem.Code, upstream, RequestTrace.IdOf(context));
        if (problem.Cause is { } cause && _logger.IsEnabled(LogLevel.Debug))
            Log.Cause(_logger, problem.Code, RequestTrace.IdOf(context), cause.GetType(), cause.Message);
    }

    private bool IsFirst(LogLevel level, string route, string? upstream, string kind) =>
        _logger.IsEnabled(level) && _filter.IsFirst(new(level, route, upstream, kind));

    private static string? UpstreamOf(GatewayFeature? feature) =>
        feature?.Exchange?.Destination?.UpstreamId ?? (feature?.Route.Upstreams is [var only] ? only : null);

    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Error, "Route {Route} failed", EventName = "RouteFailed")]
        public static partial void RouteFailed(ILogger logger, Exception exception, string route);

        [LoggerMessage(102, LogLevel.Warning, "Route {Route}: {Status} {Problem}, upstream {Upstream}, trace {TraceId}", EventName = "RequestFailed")]
        public static partial void Failed(ILogger logger, string route, int status, string problem, string upstream, string traceId);

        [LoggerMessage(103, LogLevel.Debug, "Route {Route}: {Status} {Problem}, trace {TraceId}", EventName = "RequestRefused")]
        public static partial void Refused(ILogger logger, string route, int status, string problem, string traceId);

        [LoggerMessage(104, LogLevel.Debug, "{Problem} in trace {TraceId} by {Exception}: {Message}", EventName = "FailureCause")]
        public static partial void Cause(ILogger logger, string problem, string traceId, Type exception, string message);

        [LoggerMessage(105, LogLevel.Error, "Route {Route}: a hook of OnError failed, and its changes were dropped", EventName = "ErrorHookFailed")]
        public static partial void HookFailed(ILogger logger, Exception exception, string route);

        [LoggerMessage(EventId = 106, Message = "Route {Route}: {Failure} {Count} more times within a minute, upstream {Upstream}", EventName = "FailureRepeated")]
        public static partial void Repeated(ILogger logger, LogLevel level, string route, string failure, long count, string upstream);
    }
}
