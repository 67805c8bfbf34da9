namespace Gateway.Toolkit.Routing;

/// <summary>
/// The key <c>Timeout</c>: the time for all attempts together, and that for one. What must know the connection (<c>Connect</c>,
/// <c>Head</c>, <c>Idle</c>) the transport keeps.
/// </summary>
internal sealed class TimeoutModule() : GatewayModule<TimeoutOptions>(
    "Timeout", ModuleLevels.Route | ModuleLevels.Upstream, GatewayValues.Options<TimeoutOptions>(), Stage.Deadline, Stage.AttemptTimeout)
{
    private static readonly TimeoutOptions _default = new();

    protected override void Validate(TimeoutOptions options, ModuleContext context, GatewayErrors errors)
    {
        if (context.Item is GatewayRoute && options.Connect != _default.Connect)
            errors.Add(context.Node.At(nameof(options.Connect)), "belongs to upstreams: their connections are shared by all routes");
    }

    protected override ExchangeDelegate BuildExchange(TimeoutOptions options, ModuleBuild build, ExchangeDelegate inner)
    {
        if (build.Stage == Stage.Deadline)
            return options.Total is { } total ? new TimeLimit(total, build.Time, GatewayProblem.DeadlineExceeded, inner).SendAllAsync : inner;
        var limited = options.Attempt is { } attempt
            ? new TimeLimit(attempt, build.Time, GatewayProblem.AttemptTimeout, inner).SendAttemptAsync
            : inner;
        return exchange =>
        {
            exchange.Timeouts = options;
            return limited(exchange);
        };
    }
}
