namespace Gateway.Toolkit.Routing;

/// <summary>The key <c>Http</c>: the transport over the network.</summary>
internal sealed class HttpModule() : GatewayModule<HttpOptions>(
    "Http", ModuleLevels.Upstream | ModuleLevels.Destination, GatewayValues.Options<HttpOptions>(), Stage.Transport)
{
    public override object? ImplicitOptions { get; } = new HttpOptions();

    protected override void Validate(HttpOptions options, ModuleContext context, GatewayErrors errors)
    {
        if (options.Version == UpstreamHttpVersion.Auto && options.VersionPolicy != UpstreamVersionPolicy.Exact)
            errors.Add(context.Node.At(nameof(options.VersionPolicy)), "needs a \"Version\" to mean anything; \"auto\" chooses by itself");
        if (options.MaxResponseHeaders.Bytes % 1024 != 0)
            errors.Add(context.Node.At(nameof(options.MaxResponseHeaders)), "must be a multiple of 1KB");
    }

    protected override ExchangeDelegate BuildExchange(HttpOptions options, ModuleBuild build, ExchangeDelegate inner)
    {
        var destination = (GatewayDestination)build.Item;
        var timeouts = build.Snapshot.Upstreams[destination.UpstreamId].Get<TimeoutOptions>() ?? new();
        var connections = build.State(() => new DestinationConnections(options)).For(timeouts.Connect);
        return new SocketsTransport(new RequestHead(destination, options), connections, AttemptWatchPool.For(build.Time)).SendAsync;
    }
}
