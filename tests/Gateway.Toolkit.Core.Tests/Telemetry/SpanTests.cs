using System.Collections.Concurrent;
using System.Diagnostics;
using Gateway.Toolkit.Core.Tests.Engine;
using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Core.Tests.Telemetry;

[Collection(nameof(Spans))]
public sealed class SpanTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _stopped = [];
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivityListener _listener;

    public SpanTests()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name is "Gateway.Toolkit" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.TraceId == _trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _trace)
                    _stopped.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Attempt_OfARequest_IsAClientSpanUnderTheServersOwn()
    {
        string? onward = null;
        await using var gateway = await ScriptedGateway.StartAsync(exchange =>
        {
            onward = Activity.Current?.Id;
            return ScriptedGateway.Ok(exchange);
        });

        await SendAsync(gateway, "/x/1?token=secret");

        var (server, attempt) = await BothAsync();
        Assert.Equal("orders", server.GetTagItem("gateway.route"));
        Assert.Equal(gateway.Engine.Snapshot.Hash, server.GetTagItem("gateway.snapshot"));
        Assert.Equal(server.SpanId, attempt.ParentSpanId);
        Assert.Equal(attempt.Id, onward);
        Assert.Equal(ActivityKind.Client, attempt.Kind);
        Assert.Equal("GET", attempt.DisplayName);
        Assert.Equal(
            [
                "gateway.destination=a", "gateway.route=orders", "gateway.upstream=u", "http.request.method=GET", "http.response.status_code=200",
                "server.address=secret-a.internal", "server.port=81", "url.full=http://secret-a.internal:81/base/x/1?*",
            ],
            attempt.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(ActivityStatusCode.Unset, attempt.Status);
    }

    [Fact]
    public async Task Attempt_ThatFailed_SaysWhyAndSoDoesTheRequest()
    {
        var cause = new InvalidOperationException("secret-a.internal refused");
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Fails(GatewayProblem.ConnectFailed with { Cause = cause }));

        await SendAsync(gateway, "/");

        var (server, attempt) = await BothAsync();
        Assert.Equal("connect-failed", server.GetTagItem("gateway.problem"));
        Assert.Equal("connect-failed", attempt.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, attempt.Status);
        Assert.Equal("exception", Assert.Single(attempt.Events).Name);
    }

    [Fact]
    public async Task Attempt_AfterAnother_CountsItsResends()
    {
        await using var gateway = await ToyGateway.StartAsync(
            """{ "Routes": { "orders": { "Dispatch": "u" } }, "Upstreams": { "u": { "Destinations": { "a": "http://a" }, "Twice": true, "Pick": true, "Transport": true } } }""",
            [
                new TwiceModule(),
                new ToyModule("Dispatch", ModuleLevels.Route, Stage.Dispatch),
                new ToyModule("Pick", ModuleLevels.Upstream, Stage.Pick),
                new ToyModule("Transport", ModuleLevels.Upstream, Stage.Transport),
            ]);

        await SendAsync(gateway, "/");

        await Eventually.HoldsAsync(() => _stopped.Count == 3, "there are three spans");
        Assert.Equal([null, 1], _stopped.Where(activity => activity.Kind == ActivityKind.Client).Select(activity => activity.GetTagItem("http.request.resend_count")));
    }

    private async Task SendAsync(ToyGateway gateway, string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target)
        {
            Headers = { { "X-Route", "orders" }, { "traceparent", $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01" } },
        };
        // The client under test is Kestrel's: the test's own HttpClient must not begin a span of its own.
        using var handler = new SocketsHttpHandler { ActivityHeadersPropagator = null };
        using var client = new HttpClient(handler) { BaseAddress = gateway.Client.BaseAddress };
        (await client.SendAsync(request)).Dispose();
    }

    private async Task<(Activity Server, Activity Attempt)> BothAsync()
    {
        await Eventually.HoldsAsync(() => _stopped.Count == 2, "there are two spans");
        return (_stopped.Single(activity => activity.Kind == ActivityKind.Server), _stopped.Single(activity => activity.Kind == ActivityKind.Client));
    }

    private sealed class TwiceModule() : ToyModule("Twice", ModuleLevels.Upstream, Stage.Retry)
    {
        protected override ExchangeDelegate BuildExchange(ToyOptions options, ModuleBuild build, ExchangeDelegate inner) => async exchange =>
        {
            await (await inner(exchange)).DisposeAsync();
            return await inner(exchange);
        };
    }
}
