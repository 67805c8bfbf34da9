namespace Gateway.Toolkit.Routing;

/// <summary><c>Redirect</c>: sends the client to another URL.</summary>
internal sealed class RedirectModule()
    : GatewayModule<RedirectOptions>("Redirect", ModuleLevels.Route, GatewayValues.Options<RedirectOptions>(), Stage.Dispatch), IRequestValueReader
{
    private static readonly GatewayProblem _refused =
        GatewayProblem.BadRequest with { Detail = "A value of the request can't stand in the address that the route leads to" };

    public IEnumerable<GatewayValueReference> Reads(object options) => ((RedirectOptions)options).To.References;

    protected override void Validate(RedirectOptions options, ModuleContext context, GatewayErrors errors)
    {
        var node = context.Node;
        if (options.Status is not (301 or 302 or 307 or 308))
            errors.Add(node.At(nameof(options.Status)), $"{options.Status} is no redirect; allowed: 301, 302, 307, 308");
        if (RedirectTarget.Parse(options.To, out var error) is { } target)
            target.Check(node.At(nameof(options.To)), RouteTemplates.Of(context.Item), errors);
        else
            errors.Add(node.At(nameof(options.To)), error!);
    }

    protected override ExchangeDelegate BuildExchange(RedirectOptions options, ModuleBuild build, ExchangeDelegate inner)
    {
        var target = RedirectTarget.Parse(options.To, out _)!.Bind(RouteTemplates.Of(build.Item));
        var preserveQuery = options.PreserveQuery ?? target.PreservesQuery;
        return exchange => ValueTask.FromResult(target.For(exchange, preserveQuery) is { } location
            ? new FixedResponse(options.Status, [new("Location", location)], length: 0)
            : ExchangeResponse.Failed(_refused));
    }
}
