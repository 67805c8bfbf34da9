using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>Folds modules into delegates: the second half of making a snapshot.</summary>
internal sealed class ChainFolder(
    GatewaySnapshot snapshot, StateStore state, IServiceProvider services, TimeProvider time, GatewayTelemetry telemetry)
{
    private static readonly ExchangeDelegate _nobody = exchange =>
        throw new InvalidOperationException($"No module at the end of the chain took an exchange of {exchange.Route}");

    /// <summary>Folds the upstream part without any route's overrides; before the routes that lead to it.</summary>
    public void Fold(GatewayUpstream upstream)
    {
        state.Begin(upstream);
        var chain = FoldUpstream(upstream, null);
        upstream.Send = chain.Send;
        upstream.Chain = chain.Links;
    }

    /// <summary>Folds a route: its exchange part, then admission around it.</summary>
    /// <param name="route">The route.</param>
    /// <param name="close">Makes the innermost admission delegate out of the exchange part.</param>
    /// <param name="local">The dispatcher of a local endpoint; null for routes of the configuration.</param>
    /// <returns>The admission chain.</returns>
    public RequestDelegate Fold(GatewayRoute route, Func<ExchangeDelegate, RequestDelegate> close, ExchangeDelegate? local)
    {
        var links = new List<ChainLink>();
        var upstreams = new List<string>();
        state.Begin(route);

        ExchangeDelegate Upstream(string name)
        {
            if (!snapshot.Upstreams.TryGetValue(name, out var upstream))
                throw new InvalidOperationException($"{route} names the unknown upstream \"{name}\"; its module must check that in Validate");
            upstreams.Add(name);
            var chain = For(route, upstream);
            links.AddRange(chain.Links);
            return chain.Send;
        }

        var part = Ordered(route.Modules, Stage.Encode, Stage.Dispatch);
        route.Exchange = Fold(part, local ?? _nobody, route, Self, Upstream, []);
        links.InsertRange(0, Links(part, Self));

        var admission = Ordered(route.Modules, Stage.Guard, Stage.Validate);
        var chain = close(route.Exchange);
        foreach (var (stage, module) in admission)
            chain = module.Module.BuildAdmission(Build(stage, module, route, route, Upstream, []), chain);
        links.InsertRange(0, Links(admission, Self));
        route.Chain = links;
        route.Upstreams = upstreams;
        return chain;

        GatewayItem Self(ModuleOptions module) => route;
    }

    private UpstreamChain For(GatewayRoute route, GatewayUpstream upstream) =>
        Overrides(route).Any() ? FoldUpstream(upstream, route) : new(upstream.Send, upstream.Chain);

    private static IEnumerable<ModuleOptions> Overrides(GatewayRoute route) =>
        route.Modules.Where(module => module.Module.Stages.Any(stage => stage >= Stage.Mirror));

    private UpstreamChain FoldUpstream(GatewayUpstream upstream, GatewayRoute? route)
    {
        var overrides = route is null ? [] : Overrides(route).ToList();
        var destinations = new List<DestinationChain>(upstream.Destinations.Count);
        IReadOnlyList<ChainLink> lower = [];
        foreach (var destination in upstream.Destinations)
        {
            var modules = Nearest(overrides, destination.Modules, upstream.Modules).ToList();
            var attempt = Ordered(modules, Stage.AttemptTimeout, Stage.Transport);
            var observer = new AttemptObserver(destination, telemetry, Fold(attempt, _nobody, destination, Owner, null, []));
            var breaker = Ordered(modules, Stage.DestinationBreaker, Stage.DestinationBreaker);
            destinations.Add(new(destination, Fold(breaker, observer.SendAsync, destination, Owner, null, [])));
            IReadOnlyList<ChainLink> own = [.. Links(breaker, Owner), .. Links(attempt, Owner)];
            lower = lower.Count == 0 ? own : lower;
            if (route is null)
                destination.Chain = own;

            GatewayItem Owner(ModuleOptions module) => route is not null && route.Modules.Contains(module) ? route : destination;
        }

        var upper = Ordered(Nearest(overrides, upstream.Modules), Stage.Mirror, Stage.Pick);
        var send = Fold(upper, _nobody, upstream, UpperOwner, null, destinations);
        return new(send, [.. Links(upper, UpperOwner), .. lower]);

        GatewayItem UpperOwner(ModuleOptions module) => route is not null && route.Modules.Contains(module) ? route : upstream;
    }

    private ExchangeDelegate Fold(
        List<Link> part,
        ExchangeDelegate end,
        GatewayItem item,
        Func<ModuleOptions, GatewayItem> owner,
        Func<string, ExchangeDelegate>? upstream,
        IReadOnlyList<DestinationChain> destinations)
    {
        var chain = end;
        foreach (var (stage, module) in part)
            chain = module.Module.BuildExchange(Build(stage, module, item, owner(module), upstream, destinations), chain);
        return chain;
    }

    private ModuleBuild Build(
        Stage stage,
        ModuleOptions module,
        GatewayItem item,
        GatewayItem owner,
        Func<string, ExchangeDelegate>? upstream,
        IReadOnlyList<DestinationChain> destinations) =>
        new(stage, module, item, owner, snapshot, services, time, state, upstream, destinations);

    // Innermost first, as folding needs them.
    private static List<Link> Ordered(IEnumerable<ModuleOptions> modules, Stage from, Stage to) =>
        [.. modules
            .SelectMany(module => module.Module.Stages.Select(stage => new Link(stage, module)))
            .Where(link => link.Stage >= from && link.Stage <= to)
            .OrderByDescending(link => link.Stage)
            .ThenByDescending(link => link.Options.Module.StageOrder)
            .ThenByDescending(link => link.Options.Module.Key, StringComparer.Ordinal)];

    // Of each key what the nearest layer has.
    private static IEnumerable<ModuleOptions> Nearest(params IEnumerable<ModuleOptions>[] layers) =>
        layers.SelectMany(layer => layer).DistinctBy(module => module.Module.Key);

    private static List<ChainLink> Links(IEnumerable<Link> part, Func<ModuleOptions, GatewayItem> owner) =>
        [.. part.Reverse().Select(link => new ChainLink(link.Stage, link.Options, owner(link.Options)))];

    private sealed record Link(Stage Stage, ModuleOptions Options);

    private sealed record UpstreamChain(ExchangeDelegate Send, IReadOnlyList<ChainLink> Links);
}
