using System.Diagnostics.Metrics;
using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Core.Tests.Telemetry;

/// <summary>Listens to the gateway's meter of one app.</summary>
internal sealed class MetricsProbe : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Series, double Value)> _measurements = [];

    public MetricsProbe(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Gateway.Toolkit" && instrument.Meter.Scope == factory)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>All series seen so far, as <c>instrument{label=value,…}</c>.</summary>
    public IReadOnlyList<string> Series
    {
        get
        {
            lock (_measurements)
                return [.. _measurements.Select(measurement => measurement.Series).Distinct().Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The values measured for a series, in order.</summary>
    public IReadOnlyList<double> Values(string series)
    {
        lock (_measurements)
            return [.. _measurements.Where(measurement => measurement.Series == series).Select(measurement => measurement.Value)];
    }

    public double Sum(string series) => Values(series).Sum();

    /// <summary>Waits until a series has a sum: what is measured after the client has its answer.</summary>
    public Task ReachesAsync(string series, double sum) =>
        Eventually.HoldsAsync(() => Values(series).Count > 0 && Sum(series) == sum, $"{series} comes to {sum}");

    /// <summary>Reads the gauges.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);
        lock (_measurements)
            _measurements.Add(($"{instrument.Name}{{{string.Join(',', labels)}}}", value));
    }
}
