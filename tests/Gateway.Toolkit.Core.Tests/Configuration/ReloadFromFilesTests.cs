using Gateway.Toolkit.Core.Tests.Engine;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit.Core.Tests.Configuration;

public sealed class ReloadFromFilesTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _folder.Overwrite("routes.json", Routes("x", "x"));
        _folder.Overwrite("auth.json", """{ "Routes": { "a": { "Admit": "locked" }, "b": { "Admit": "locked" } } }""");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = _folder.Path });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGatewayCore(gateway => gateway.JsonFile("routes.json").JsonFile("auth.json"));
        builder.Services.AddSingleton<IGatewayModule>(new ToyModule("Admit", ModuleLevels.Route, Stage.Admit));
        builder.Services.AddSingleton<IGatewayModule>(new Answer());
        _app = builder.Build();
        _app.MapFallback(() => "").WithMetadata(new Mark());
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Edit_OfAWatchedFile_GoesLiveByItself()
    {
        _folder.Overwrite("routes.json", Routes("y", "x"));

        await Eventually.HoldsAsync(() => Text("a", "Dispatch") == "y", "the edited file is live");
    }

    [Fact]
    public async Task Reload_SourceBroken_RestGoesLiveAndNothingItSaidIsLost()
    {
        foreach (var content in (string?[])["", "{ \"Routes\"", null])
        {
            if (content is null)
                File.Delete(_folder.Of("auth.json"));
            else
                _folder.Overwrite("auth.json", content);
            var next = $"v{content?.Length}";
            _folder.Overwrite("routes.json", Routes(next, "x"));

            var errors = await Gateway.ReloadAsync();

            Assert.Equal("auth.json", Assert.Single(errors).Origin.Source);
            Assert.Equal((next, "locked", "locked"), (Text("a", "Dispatch"), Text("a", "Admit"), Text("b", "Admit")));
        }
    }

    [Fact]
    public async Task Reload_AllOrNothingWithASourceBroken_ChangesNothing()
    {
        _folder.Overwrite("auth.json", "");
        _folder.Overwrite("routes.json", Routes("y", "x").Insert(1, """ "Reload": { "Apply": "AllOrNothing" }, """));

        await Gateway.ReloadAsync();

        Assert.Equal("x", Text("a", "Dispatch"));
    }

    [Fact]
    public async Task Reload_ReferenceThatLeadsNowhere_HoldsItsItemBack()
    {
        _folder.Overwrite("routes.json", Routes("env:GATEWAY_NOT_THERE", "y"));

        var errors = await Gateway.ReloadAsync();

        Assert.Equal(
            "Gateway:Routes:a:Dispatch line 1: \"env:GATEWAY_NOT_THERE\": there is no environment variable \"GATEWAY_NOT_THERE\" [routes.json:1:22]",
            Assert.Single(errors).ToString());
        Assert.Equal(("x", "y"), (Text("a", "Dispatch"), Text("b", "Dispatch")));
    }

    private IGateway Gateway => _app.Services.GetRequiredService<IGateway>();

    private static string Routes(string a, string b) =>
        $$"""{ "Routes": { "a": { "Dispatch": "{{a}}" }, "b": { "Dispatch": "{{b}}" } } }""";

    private string Text(string route, string module) => ((ToyOptions)Gateway.Snapshot.Routes[route].Find(module)!.Options).Text;

    private sealed class Answer() : ToyModule("Dispatch", ModuleLevels.Route, Stage.Dispatch)
    {
        protected override ExchangeDelegate BuildExchange(ToyOptions options, ModuleBuild build, ExchangeDelegate inner) =>
            _ => ValueTask.FromResult(new ExchangeResponse(200));
    }

    private sealed class Mark : IGatewayEndpointMetadata;
}
