namespace Gateway.Toolkit.Routing;

/// <summary>
/// The key <c>ForwardedHeaders</c>: tells destinations who the client is. Once for all attempts, so that a retry does not
/// append a second time.
/// </summary>
internal sealed class ForwardedHeadersModule() : GatewayModule<ForwardedHeaderOptions>(
    "ForwardedHeaders", ModuleLevels.Route | ModuleLevels.Upstream, GatewayValues.Options<ForwardedHeaderOptions>(), Stage.Deadline)
{
    public override object? ImplicitOptions { get; } = new ForwardedHeaderOptions();

    protected override ExchangeDelegate BuildExchange(ForwardedHeaderOptions options, ModuleBuild build, ExchangeDelegate inner)
    {
        var fields = new ForwardedHeaders(options);
        return exchange =>
        {
            fields.Apply(exchange);
            return inner(exchange);
        };
    }
}
