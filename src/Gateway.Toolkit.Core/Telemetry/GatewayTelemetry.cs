using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Toolkit;

/// <summary>
/// The gateway's instruments and spans. Labels come from ids of the configuration, fixed sets and statuses only. Without a
/// listener they cost nothing.
/// </summary>
internal sealed class GatewayTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Gateway.Toolkit";

    private static readonly string? _version = typeof(GatewayTelemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly ActivitySource _source = new(Name, _version);

    // What OpenTelemetry advises for durations of HTTP requests, in seconds.
    private static readonly InstrumentAdvice<double> _seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    private readonly TimeProvider _time;
    private readonly Meter _meter;
    private readonly Histogram<double> _requestDuration;
    private readonly UpDownCounter<long> _activeRequests;
    private readonly Histogram<double> _attemptDuration;
    private readonly UpDownCounter<long> _activeAttempts;
    private readonly Counter<long> _errors;
    private readonly Counter<long> _reloads;

    public GatewayTelemetry(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _meter = meters.Create(Name, _version);
        _requestDuration = _meter.CreateHistogram(
            "gateway.request.duration", "s", "Duration of requests; to the handshake where the protocol changes", advice: _seconds);
        _activeRequests = _meter.CreateUpDownCounter<long>("gateway.active_requests", "{request}", "Requests under way");
        _attemptDuration = _meter.CreateHistogram(
            "gateway.attempt.duration", "s", "Time from sending an attempt to the head of its response", advice: _seconds);
        _activeAttempts = _meter.CreateUpDownCounter<long>("gateway.active_attempts", "{attempt}", "Attempts under way, bodies included");
        _errors = _meter.CreateCounter<long>("gateway.errors", "{error}", "Requests that the gateway failed or refused, by problem code");
        _reloads = _meter.CreateCounter<long>("gateway.config.reloads", "{reload}", "Reloads of the configuration by result");
    }

    /// <summary>Shows the state of the configuration from now on.</summary>
    /// <param name="hash">The hash of the snapshot in use; null before the first.</param>
    /// <param name="held">How many items keep an earlier version.</param>
    public void Observe(Func<string?> hash, Func<int> held)
    {
        // As a value and not as a label, so that reloads make no new series; equal on all instances with equal configurations.
        _meter.CreateObservableGauge("gateway.config.hash", () => Convert.ToInt64(hash() ?? "0", 16), null, "Hash of the snapshot in use");
        _meter.CreateObservableGauge("gateway.config.held_items", held, "{item}", "Items in error that keep their last good version");
    }

    /// <summary>Counts a reload by its result.</summary>
    public void Reloaded(string result) => _reloads.Add(1, Tag("gateway.reload.result", result));

    /// <summary>Counts a request in.</summary>
    public RequestMeasure Start(HttpContext context, GatewayFeature feature, GatewaySnapshot snapshot)
    {
        if (_source.HasListeners() && context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
            span.SetTag("gateway.route", feature.Route.Id).SetTag("gateway.snapshot", snapshot.Hash);
        var isCounted = _activeRequests.Enabled;
        if (isCounted)
            _activeRequests.Add(1, Tag("gateway.route", feature.Route.Id));
        if (!_requestDuration.Enabled)
            return new(0, isCounted);
        var started = _time.GetTimestamp();
        if (context.Request.Headers.Upgrade.Count > 0 || HttpMethods.IsConnect(context.Request.Method))
            RecordOnUpgrade(context, feature, started);
        return new(started, isCounted);
    }

    /// <summary>Counts a request out.</summary>
    /// <param name="context">The request.</param>
    /// <param name="feature">What the gateway knows of it.</param>
    /// <param name="measure">What <see cref="Start"/> gave.</param>
    /// <param name="status">The status it ends with.</param>
    /// <param name="error">What went wrong where the gateway has no problem of its own; null if nothing.</param>
    public void Stop(HttpContext context, GatewayFeature feature, in RequestMeasure measure, int status, string? error)
    {
        if (measure.IsCounted)
            _activeRequests.Add(-1, Tag("gateway.route", feature.Route.Id));
        if (measure.Started != 0 && !feature.IsUpgraded)
            Record(context, feature, measure.Started, status, feature.Problem?.Code ?? error);
    }

    /// <summary>Counts why the gateway failed or refused a request.</summary>
    public void Failed(HttpContext context, GatewayRoute? route, GatewayProblem problem)
    {
        if (_source.HasListeners() && context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
            span.SetTag("gateway.problem", problem.Code);
        if (!_errors.Enabled)
            return;
        var tags = new TagList { { "error.type", problem.Code } };
        if (route is not null)
            tags.Add("gateway.route", route.Id);
        _errors.Add(1, tags);
    }

    /// <summary>Counts an attempt in.</summary>
    /// <returns>When it began, and whether it was counted.</returns>
    public RequestMeasure StartAttempt(GatewayDestination destination)
    {
        var isCounted = _activeAttempts.Enabled;
        if (isCounted)
            _activeAttempts.Add(1, Tag("gateway.upstream", destination.UpstreamId));
        return new(_attemptDuration.Enabled ? _time.GetTimestamp() : 0, isCounted);
    }

    /// <summary>Measures an attempt when the head of its response is there, or when it has failed.</summary>
    public void RecordAttempt(GatewayDestination destination, in RequestMeasure measure, int? status, string? error)
    {
        if (measure.Started == 0)
            return;
        var tags = new TagList { { "gateway.upstream", destination.UpstreamId } };
        if (status is { } known)
            tags.Add("http.response.status_code", HttpLabels.Status(known));
        if (error is not null)
            tags.Add("error.type", error);
        _attemptDuration.Record(_time.GetElapsedTime(measure.Started).TotalSeconds, tags);
    }

    /// <summary>Counts out an attempt that was counted in.</summary>
    public void StopAttempt(GatewayDestination destination) => _activeAttempts.Add(-1, Tag("gateway.upstream", destination.UpstreamId));

    /// <summary>Begins the span of an attempt; null if nobody wants it.</summary>
    public static Activity? StartSpan(Exchange exchange, GatewayDestination destination) =>
        _source.HasListeners() ? AttemptSpan.Start(_source, exchange, destination) : null;

    // A connection may stay upgraded for days: what is measured is the time to the handshake.
    private void RecordOnUpgrade(HttpContext context, GatewayFeature feature, long started) => context.Response.OnStarting(() =>
    {
        var status = context.Response.StatusCode;
        feature.IsUpgraded = status == StatusCodes.Status101SwitchingProtocols
            || (status == StatusCodes.Status200OK && HttpMethods.IsConnect(context.Request.Method));
        if (feature.IsUpgraded)
            Record(context, feature, started, status, null);
        return Task.CompletedTask;
    });

    private void Record(HttpContext context, GatewayFeature feature, long started, int status, string? error)
    {
        var tags = new TagList
        {
            { "gateway.route", feature.Route.Id },
            { "http.request.method", HttpLabels.Method(context.Request.Method) },
            { "http.response.status_code", HttpLabels.Status(status) },
        };
        if (error is not null)
            tags.Add("error.type", error);
        _requestDuration.Record(_time.GetElapsedTime(started).TotalSeconds, tags);
    }

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
