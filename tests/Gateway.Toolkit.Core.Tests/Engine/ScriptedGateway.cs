using Microsoft.AspNetCore.Builder;

namespace Gateway.Toolkit.Core.Tests.Engine;

/// <summary>A gateway of two routes to one upstream of three destinations, whose transport is a function of the test.</summary>
internal static class ScriptedGateway
{
    public const string Config =
        """
        { "Routes": { "orders": { "Dispatch": "u" }, "stock": { "Dispatch": "u", "Guard": "x" }, "closed": { "Dispatch": "u", "Guard": "reject" } },
          "Upstreams": { "u": { "Destinations": { "a": "http://secret-a.internal:81/base", "b": "http://secret-b.internal", "c": "http://secret-c.internal" }, "Pick": true } } }
        """;

    public static Task<ToyGateway> StartAsync(
        Func<Exchange, ValueTask<ExchangeResponse>> transport,
        Action<WebApplicationBuilder>? configure = null,
        Action<WebApplication>? map = null,
        string config = Config) =>
        ToyGateway.StartAsync(config, Modules(transport), map, configure);

    public static ValueTask<ExchangeResponse> Ok(Exchange exchange) => ValueTask.FromResult(new ExchangeResponse(200));

    public static Func<Exchange, ValueTask<ExchangeResponse>> Fails(GatewayProblem problem) =>
        _ => ValueTask.FromResult(ExchangeResponse.Failed(problem));

    private static IEnumerable<IGatewayModule> Modules(Func<Exchange, ValueTask<ExchangeResponse>> transport) =>
    [
        new ToyModule("Guard", ModuleLevels.Route, Stage.Guard),
        new ToyModule("Shape", ModuleLevels.Route, Stage.Shape),
        new ToyModule("Dispatch", ModuleLevels.Route, Stage.Dispatch),
        new ToyModule("Pick", ModuleLevels.Upstream, Stage.Pick),
        new Transport(transport),
    ];

    private sealed class Transport(Func<Exchange, ValueTask<ExchangeResponse>> send)
        : GatewayModule<ToyOptions>("Transport", ModuleLevels.Upstream, GatewayValues.Options<ToyOptions>(), Stage.Transport)
    {
        public override object ImplicitOptions { get; } = new ToyOptions();

        protected override ExchangeDelegate BuildExchange(ToyOptions options, ModuleBuild build, ExchangeDelegate inner) =>
            exchange => send(exchange);
    }
}
