using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Core.Tests.Engine;

/// <summary>A module at any level and stage that leaves a trace of every exchange or request it sees.</summary>
internal class ToyModule(string key, ModuleLevels levels, params Stage[] stages)
    : GatewayModule<ToyOptions>(key, levels, GatewayValues.Options<ToyOptions>(), stages)
{
    public List<ToyState> States { get; } = [];

    protected override RequestDelegate BuildAdmission(ToyOptions options, ModuleBuild build, RequestDelegate inner)
    {
        var state = State(build);
        return async context =>
        {
            state.Calls++;
            context.Request.Headers.Append("X-Trace", $"{build.Stage}:{Key}");
            if (options.Text == "reject")
                await GatewayRequest.RejectAsync(context, GatewayProblem.BadRequest with { Detail = Key });
            else
                await inner(context);
        };
    }

    protected override ExchangeDelegate BuildExchange(ToyOptions options, ModuleBuild build, ExchangeDelegate inner)
    {
        var state = State(build);
        return build.Stage switch
        {
            Stage.Dispatch => build.Upstream(options.Text),
            Stage.Pick => exchange =>
            {
                var chain = build.Destinations[state.Calls++ % build.Destinations.Count];
                Trace(exchange, $"Pick:{chain.Destination.Id}");
                exchange.Destination = chain.Destination;
                return chain.Send(exchange);
            }
            ,
            Stage.Transport => exchange =>
            {
                Trace(exchange, $"Transport:{build.Item}");
                var response = new ExchangeResponse(200);
                response.Headers["X-Trace"] = exchange.Headers["X-Trace"];
                return ValueTask.FromResult(response);
            }
            ,
            _ => async exchange =>
            {
                state.Calls++;
                Trace(exchange, $"{build.Stage}:{Key}");
                var response = await inner(exchange);
                response.Headers.Append("X-Back", $"{build.Stage}:{Key}");
                return response;
            }
            ,
        };
    }

    private static void Trace(Exchange exchange, string text) => exchange.Headers.Append("X-Trace", text);

    private ToyState State(ModuleBuild build)
    {
        var state = build.State(() => new ToyState());
        if (!States.Contains(state))
            States.Add(state);
        return state;
    }
}
