namespace Gateway.Toolkit.Routing;

/// <summary>Limits the time of an exchange's work; what runs out of it ends as a problem, not as a cancellation.</summary>
internal sealed class TimeLimit(TimeSpan limit, TimeProvider time, GatewayProblem problem, ExchangeDelegate inner)
{
    private readonly long _ticks = (long)(limit.TotalSeconds * time.TimestampFrequency);

    /// <summary>Sends one attempt: the time counts until the head of its response.</summary>
    public ValueTask<ExchangeResponse> SendAttemptAsync(Exchange exchange) => SendAsync(exchange, static _ => true);

    /// <summary>Sends all attempts: the time counts until the response's last byte.</summary>
    public async ValueTask<ExchangeResponse> SendAllAsync(Exchange exchange)
    {
        var before = exchange.Deadline;
        var own = time.GetTimestamp() + _ticks;
        exchange.Deadline = before < own ? before : own;
        try
        {
            // How long people talk over a WebSocket is not for the timeout of a request to say.
            return await SendAsync(exchange, static response => response.Upgraded is not null);
        }
        finally
        {
            exchange.Deadline = before;
        }
    }

    private async ValueTask<ExchangeResponse> SendAsync(Exchange exchange, Predicate<ExchangeResponse> endsWith)
    {
        var timer = new ExchangeTimer(exchange, limit, time);
        try
        {
            var response = await inner(exchange);
            if (endsWith(response))
                timer.Stop();
            response.RegisterForDispose(timer);
            return response;
        }
        catch (Exception exception)
        {
            var isOver = exception is OperationCanceledException && timer.IsOver;
            timer.Dispose();
            if (!isOver)
                throw;
            return ExchangeResponse.Failed(problem with { Cause = exception });
        }
        finally
        {
            timer.Leave(exchange);
        }
    }
}
