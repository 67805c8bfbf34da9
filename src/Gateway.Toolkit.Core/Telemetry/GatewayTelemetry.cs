using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>The gateway's instruments. Without a listener they cost nothing.</summary>
internal sealed class GatewayTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Gateway.Toolkit";

    private readonly TimeProvider _time;
    private readonly Histogram<double> _duration;
    private readonly UpDownCounter<long> _active;
    private readonly Counter<long> _reloads;

    public GatewayTelemetry(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(Name);
        _duration = meter.CreateHistogram<double>("gateway.request.duration", "s", "Duration of requests by route and status");
        _active = meter.CreateUpDownCounter<long>("gateway.request.active", "{request}", "Requests under way by route");
        _reloads = meter.CreateCounter<long>("gateway.reloads", "{reload}", "Reloads of the configuration by result");
    }

    /// <summary>Counts a request in.</summary>
    /// <returns>When it began; 0 if nobody listens.</returns>
    public long Start(GatewayRoute route)
    {
        if (_active.Enabled)
            _active.Add(1, new KeyValuePair<string, object?>("gateway.route", route.Id));
        return _duration.Enabled ? _time.GetTimestamp() : 0;
    }

    /// <summary>Counts a request out.</summary>
    public void Stop(HttpContext context, GatewayRoute route, long started)
    {
        if (_active.Enabled)
            _active.Add(-1, new KeyValuePair<string, object?>("gateway.route", route.Id));
        if (started == 0)
            return;
        var tags = new TagList { { "gateway.route", route.Id }, { "http.response.status_code", context.Response.StatusCode } };
        _duration.Record(_time.GetElapsedTime(started).TotalSeconds, tags);
    }

    /// <summary>Counts a reload by its result.</summary>
    public void Reloaded(string result) => _reloads.Add(1, new KeyValuePair<string, object?>("gateway.result", result));
}
