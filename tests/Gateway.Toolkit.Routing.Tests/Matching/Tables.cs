using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Routing.Tests.Matching;

/// <summary>Makes tables without an app around them.</summary>
internal static class Tables
{
    private static readonly IServiceProvider _services = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider();
    private static readonly MatchModule _match = new();
    private static readonly OrderModule _order = new();

    public static RouteTablePart Part { get; } = new(_services.GetRequiredService<ParameterPolicyFactory>());

    public static RouteTable Of(string sketches) => Of(RouteSketch.ParseAll(sketches));

    public static RouteTable Of(IEnumerable<RouteSketch> sketches)
    {
        var errors = new GatewayErrors();
        var table = (RouteTable)Part.Build(Snapshot([.. sketches.Select(Route)]), null, errors);
        Assert.Empty(errors.Items);
        return table;
    }

    public static IReadOnlyList<string> ErrorsOf(string sketches)
    {
        var errors = new GatewayErrors();
        Part.Build(Snapshot([.. RouteSketch.ParseAll(sketches).Select(Route)]), null, errors);
        return [.. errors.Items.Select(error => error.ToString())];
    }

    public static GatewayRoute Route(RouteSketch sketch) => Route(sketch.Id, sketch.Options, sketch.Order);

    public static GatewayRoute Route(string id, MatchOptions options, int order = 0)
    {
        var match = GatewayValues.Options<MatchOptions>().Write(options);
        var node = GatewayConfigNode.Object([new("Match", match), new("Order", GatewayValues.Int32.Write(order))]).AsRoot($"Gateway:Routes:{id}");
        return new(id, node, [new(_match, options, match, null), new(_order, order, node.At("Order"), null)], isLocal: false);
    }

    public static GatewaySnapshot Snapshot(params IReadOnlyList<GatewayRoute> routes) => new(
        "", GatewayConfigNode.Object([]), [], new OrderedDictionary<string, GatewayRoute>(routes.Select(route => KeyValuePair.Create(route.Id, route))),
        new Dictionary<string, GatewayRoute>(), new Dictionary<string, GatewayUpstream>());
}
