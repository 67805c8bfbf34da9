using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Core.Tests.Engine;

public class ChainTests
{
    private const string Upstreams = """ "Upstreams": { "u": { "Destinations": { "a": "http://a", "b": "http://b" }, "Pick": true, "Transport": true """;

    [Fact]
    public async Task Chain_ModulesOfAllStages_RunInStageOrderWhateverTheirOrder()
    {
        await using var gateway = await ToyGateway.StartAsync(
            $$"""
            { "Routes": { "r": { "Mirror": "x", "Dispatch": "u", "Shape": "x", "Reuse": "x", "Encode": "x", "Validate": "x", "Limit": "x", "Identity": "x", "Admit": "x", "Guard": "x" } },
              {{Upstreams}}, "Retry": "x", "Deadline": "x", "Fault": "x", "AttemptTimeout": "x", "DestinationBreaker": "x", "UpstreamBreaker": "x", "Hedge": "x" } } }
            """,
            AllStages());

        using var response = await gateway.GetAsync("r");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            "Guard:Guard Admit:Admit Identity:Identity Limit:Limit Validate:Validate Encode:Encode Reuse:Reuse Shape:Shape "
            + "Mirror:Mirror Deadline:Deadline Hedge:Hedge Retry:Retry UpstreamBreaker:UpstreamBreaker Pick:a "
            + "DestinationBreaker:DestinationBreaker AttemptTimeout:AttemptTimeout Fault:Fault Transport:Destination u/a",
            string.Join(' ', response.Headers.GetValues("X-Trace")));
        Assert.Equal(
            "Fault AttemptTimeout DestinationBreaker UpstreamBreaker Retry Hedge Deadline Mirror Shape Reuse Encode",
            string.Join(' ', response.Headers.GetValues("X-Back").Select(back => back.Split(':')[1])));
    }

    [Fact]
    public async Task Chain_RouteOfOneDispatcher_HasNothingElse()
    {
        await using var gateway = await ToyGateway.StartAsync($$"""{ "Routes": { "r": { "Dispatch": "u" } }, {{Upstreams}} } } }""", AllStages());

        Assert.Equal(["Dispatch", "Pick", "Transport"], gateway.Engine.Snapshot.Routes["r"].Chain.Select(link => link.Options.Module.Key));
        using var response = await gateway.GetAsync("r");
        Assert.Equal("Pick:a Transport:Destination u/a", string.Join(' ', response.Headers.GetValues("X-Trace")));
    }

    [Fact]
    public async Task Inheritance_RouteThenLastPolicyThenDefaults_NearestTakesTheModuleWhole()
    {
        await using var gateway = await ToyGateway.StartAsync(
            $$"""
            { "Defaults": { "Route": { "Guard": "default", "Admit": "default", "Limit": "default" } },
              "Policies": { "p": { "Admit": "p", "Limit": "p" }, "q": { "Limit": "q" } },
              "Routes": { "r": { "Dispatch": "u", "Use": ["p", "q"], "Guard": false }, "s": { "Dispatch": "u", "Use": "p", "Limit": "own" } }, {{Upstreams}} } } }
            """,
            AllStages());

        Assert.Equal(
            ["Admit=p from policy p", "Dispatch=u from ", "Limit=q from policy q"],
            Describe(gateway.Engine.Snapshot.Routes["r"]));
        Assert.Equal(
            ["Admit=p from policy p", "Dispatch=u from ", "Guard=default from defaults", "Limit=own from "],
            Describe(gateway.Engine.Snapshot.Routes["s"]));

        static IEnumerable<string> Describe(GatewayRoute route) =>
            route.Modules.Select(module => $"{module.Module.Key}={((ToyOptions)module.Options).Text} from {module.From}");
    }

    [Fact]
    public async Task Admission_Rejects_ExchangeNeverBegins()
    {
        await using var gateway = await ToyGateway.StartAsync(
            $$"""{ "Routes": { "r": { "Guard": "reject", "Shape": "x", "Dispatch": "u" } }, {{Upstreams}} } } }""", AllStages());

        using var response = await gateway.GetAsync("r");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"detail\":\"Guard\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("X-Back"));
    }

    [Fact]
    public async Task RouteOverride_OfAnUpstreamModule_HoldsForThatRouteOnly()
    {
        await using var gateway = await ToyGateway.StartAsync(
            $$"""{ "Routes": { "r": { "Dispatch": "u", "Retry": "mine" }, "s": { "Dispatch": "u" } }, {{Upstreams}}, "Retry": "theirs" } } }""",
            AllStages());

        string Retry(string route) => ((ToyOptions)gateway.Engine.Snapshot.Routes[route].Chain.Single(link => link.Stage == Stage.Retry).Options.Options).Text;
        Assert.Equal("mine", Retry("r"));
        Assert.Equal("theirs", Retry("s"));
    }

    [Fact]
    public async Task LocalEndpoint_WithModules_RunsBehindThem()
    {
        await using var gateway = await ToyGateway.StartAsync(
            """{ "Policies": { "p": { "Admit": "x" } } }""",
            AllStages(),
            app =>
            {
                app.MapGet("/live", (HttpContext context) => context.Request.Headers["X-Trace"].ToString()).WithGateway("p");
                app.MapGet("/captured", (HttpContext context) => context.Request.Headers["X-Trace"].ToString())
                    .WithGateway(policy => policy.Set("Use", "p").Set("Shape", "x"));
            });

        Assert.Equal("Admit:Admit", await gateway.Client.GetStringAsync("/live"));
        using var captured = await gateway.Client.GetAsync("/captured");
        Assert.Equal("Admit:Admit,Shape:Shape", await captured.Content.ReadAsStringAsync());
        Assert.Equal("Shape:Shape", captured.Headers.GetValues("X-Back").Single());
    }

    [Fact]
    public async Task LocalEndpoint_InAGroupWithModules_HasOneChainInWhichItsOwnWin()
    {
        await using var gateway = await ToyGateway.StartAsync(
            """{ "Policies": { "outer": { "Admit": "outer", "Limit": "outer" }, "inner": { "Limit": "inner" } } }""",
            AllStages(),
            app =>
            {
                var group = app.MapGroup("/group").WithGateway(policy => policy.Set("Use", "outer").Set("Guard", "group").Set("Validate", "group"));
                group.MapGet("/in", (HttpContext context) => context.Request.Headers["X-Trace"].ToString())
                    .WithGateway(policy => policy.Set("Use", "inner").Set("Guard", "own"));
            });

        Assert.Equal(
            "Guard:Guard,Admit:Admit,Limit:Limit,Validate:Validate", await gateway.Client.GetStringAsync("/group/in"));
        var route = Assert.Single(gateway.Engine.Snapshot.LocalRoutes.Values);
        Assert.Equal(
            ["Admit=outer", "Guard=own", "Limit=inner", "Validate=group"],
            route.Modules.Select(module => $"{module.Module.Key}={((ToyOptions)module.Options).Text}"));
    }

    [Fact]
    public async Task LocalEndpoint_UnknownPolicy_StopsTheStart()
    {
        var failure = await Assert.ThrowsAsync<GatewayConfigException>(() => ToyGateway.StartAsync(
            """{ "Policies": { "standard": {} } }""", AllStages(), app => app.MapGet("/x", () => "x").WithGateway("standart")));

        Assert.Contains("\"standart\" is no policy; did you mean \"standard\"?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackgroundExchange_OfADetachedCopy_OutlivesItsRequest()
    {
        var background = new DetachingModule();
        await using var gateway = await ToyGateway.StartAsync(
            $$"""{ "Routes": { "r": { "Background": "x", "Dispatch": "u" } }, {{Upstreams}} } } }""", [.. AllStages(), background]);

        (await gateway.GetAsync("r")).Dispose();
        background.Release.SetResult();

        Assert.Equal("GET /", await background.Seen.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private static List<IGatewayModule> AllStages()
    {
        var routeAndUpstream = ModuleLevels.Route | ModuleLevels.Upstream;
        return
        [
            .. Enum.GetValues<Stage>().Where(stage => stage != Stage.Match).Select(stage => new ToyModule(
                stage.ToString(),
                stage switch { <= Stage.Dispatch => ModuleLevels.Route, Stage.Pick or Stage.Transport => ModuleLevels.Upstream, _ => routeAndUpstream },
                stage)),
        ];
    }

    private sealed class DetachingModule() : ToyModule("Background", ModuleLevels.Route, Stage.Shape)
    {
        public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<string> Seen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override ExchangeDelegate BuildExchange(ToyOptions options, ModuleBuild build, ExchangeDelegate inner) => exchange =>
        {
            _ = RunAsync(exchange.Detach(), inner);
            return inner(exchange);
        };

        private async Task RunAsync(Exchange copy, ExchangeDelegate inner)
        {
            using (copy)
            {
                await Release.Task;
                await using var response = await inner(copy);
                Seen.SetResult($"{copy.Method} {copy.Target}");
            }
        }
    }
}
