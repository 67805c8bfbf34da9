using Gateway.Toolkit.Routing;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>
/// A module in a gateway that sends nothing: what says what would be sent works as it does in earnest, what would send it
/// notes it down, and all else (identity, limits, stores, retries) steps aside.
/// </summary>
internal sealed class DryModule(IGatewayModule module, SentRequests sent) : IGatewayModule
{
    public string Key => module.Key;

    public ModuleLevels Levels => module.Levels;

    public IReadOnlyList<Stage> Stages => module.Stages;

    public int StageOrder => module.StageOrder;

    public GatewayValue Value => module.Value;

    public object? ImplicitOptions => module.ImplicitOptions;

    public void Validate(ModuleContext context, GatewayErrors errors) => module.Validate(context, errors);

    public void Describe(ModuleContext context, IList<object> metadata) => module.Describe(context, metadata);

    public RequestDelegate BuildAdmission(ModuleBuild build, RequestDelegate inner) => inner;

    public ExchangeDelegate BuildExchange(ModuleBuild build, ExchangeDelegate inner) => build.Stage switch
    {
        Stage.Shape or Stage.Dispatch or Stage.Mirror or Stage.Deadline or Stage.Pick => module.BuildExchange(build, inner),
        Stage.Transport => exchange => NoteDown(exchange, build),
        _ => inner,
    };

    public void Explain(object options, ExplainWriter writer) => module.Explain(options, writer);

    private ValueTask<ExchangeResponse> NoteDown(Exchange exchange, ModuleBuild build)
    {
        var destination = (GatewayDestination)build.Item;
        sent.Add(SentRequest.Of(exchange, build.Snapshot.Upstreams[destination.UpstreamId], destination, (HttpOptions)build.Options));
        return ValueTask.FromResult(new ExchangeResponse(StatusCodes.Status204NoContent));
    }
}
