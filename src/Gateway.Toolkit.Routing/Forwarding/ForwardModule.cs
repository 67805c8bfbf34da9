namespace Gateway.Toolkit.Routing;

/// <summary>The key <c>Forward</c>: the dispatcher that leads to an upstream.</summary>
internal sealed class ForwardModule() : GatewayModule<ForwardOptions>(
    "Forward", ModuleLevels.Route, GatewayValues.Options<ForwardOptions>(), Stage.Dispatch)
{
    protected override void Validate(ForwardOptions options, ModuleContext context, GatewayErrors errors)
    {
        context.RequireUpstream(options.Upstream, context.Node.At(nameof(options.Upstream)), errors);
        if (options.Host is null)
            return;
        HostName.Check(options.Host, context.Node.At(nameof(options.Host)), errors);
        if (options.PreserveHost)
            errors.Add(context.Node.At(nameof(options.PreserveHost)), "says one thing and \"Host\" another; keep one of them");
    }

    protected override ExchangeDelegate BuildExchange(ForwardOptions options, ModuleBuild build, ExchangeDelegate inner)
    {
        var send = build.Upstream(options.Upstream);
        if (options.PreserveHost)
        {
            return exchange =>
            {
                exchange.UpstreamHost ??= exchange.Host.Length == 0 ? null : exchange.Host;
                return send(exchange);
            };
        }

        if (options.Host is not { } host)
            return send;
        return exchange =>
        {
            exchange.UpstreamHost ??= host;
            return send(exchange);
        };
    }
}
