using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Gateway.Toolkit;

/// <summary>Around every attempt on a destination: counts it there, measures it and gives it a span.</summary>
[SuppressMessage("Design", "CA1001", Justification = "What is disposed is each attempt; its ends are shared, so that none is allocated")]
internal sealed class AttemptObserver
{
    private readonly GatewayDestination _destination;
    private readonly GatewayTelemetry _telemetry;
    private readonly ExchangeDelegate _inner;
    private readonly AttemptEnd _end;
    private readonly AttemptEnd _countedEnd;

    public AttemptObserver(GatewayDestination destination, GatewayTelemetry telemetry, ExchangeDelegate inner)
    {
        _destination = destination;
        _telemetry = telemetry;
        _inner = inner;
        _end = new(destination, telemetry, isCounted: false);
        _countedEnd = new(destination, telemetry, isCounted: true);
    }

    // The builder pools: this is on the path of every forwarded request, and its task is awaited once.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ExchangeResponse> SendAsync(Exchange exchange)
    {
        exchange.Destination = _destination;
        exchange.Attempts++;
        _destination.Begin();
        var measure = _telemetry.StartAttempt(_destination);
        var end = measure.IsCounted ? _countedEnd : _end;
        using var span = GatewayTelemetry.StartSpan(exchange, _destination);
        try
        {
            var response = await _inner(exchange);
            var problem = response.Problem;
            int? status = problem is null ? response.StatusCode : null;
            _telemetry.RecordAttempt(_destination, measure, status, problem?.Code);
            if (span is not null)
                AttemptSpan.Complete(span, status, problem?.Code, problem?.Cause);
            if (problem is null)
                response.RegisterForDispose(end);
            else
                end.Dispose();
            return response;
        }
        catch (Exception exception)
        {
            var error = exception is OperationCanceledException ? "cancelled" : GatewayProblem.Internal.Code;
            _telemetry.RecordAttempt(_destination, measure, null, error);
            if (span is not null)
                AttemptSpan.Complete(span, null, error, exception);
            end.Dispose();
            throw;
        }
    }

    /// <summary>Counts an attempt out when its response is disposed: nothing of it is under way any more.</summary>
    private sealed class AttemptEnd(GatewayDestination destination, GatewayTelemetry telemetry, bool isCounted) : IDisposable
    {
        public void Dispose()
        {
            destination.End();
            if (isCounted)
                telemetry.StopAttempt(destination);
        }
    }
}
