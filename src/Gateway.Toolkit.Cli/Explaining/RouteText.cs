using Gateway.Toolkit.Routing;

namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>Routes in half a line each.</summary>
internal static class RouteText
{
    /// <summary>What a route matches: <c>GET api.example.com/orders/{id}, header X-Beta must be "1"</c>.</summary>
    public static string Match(GatewayRoute route)
    {
        var match = route.Get<MatchOptions>() ?? new();
        var methods = match.Methods.Count == 0 ? "" : string.Join(',', match.Methods) + " ";
        var hosts = string.Join(',', match.Hosts);
        return string.Join(", ", [
            $"{methods}{hosts}{match.Path ?? "/{**path}"}",
            .. match.Headers.Select(header => $"header {header.Key} must {ConditionText.Of(header.Value)}"),
            .. match.Query.Select(parameter => $"query {parameter.Key} must {ConditionText.Of(parameter.Value)}"),
        ]);
    }

    /// <summary>What a route does in the end: <c>Forward to origin</c>, or the dispatcher and its options.</summary>
    public static string Dispatch(GatewayRoute route)
    {
        var dispatcher = route.Modules.First(module => module.Module.Stages.Contains(Stage.Dispatch));
        return route.Upstreams.Count > 0
            ? $"{dispatcher.Module.Key} to {string.Join(", ", route.Upstreams)}"
            : $"{dispatcher.Module.Key} {Options(dispatcher)}".TrimEnd();
    }

    /// <summary>A module's options as it explains them.</summary>
    public static string Options(ModuleOptions module)
    {
        var writer = new ExplainWriter();
        module.Module.Explain(module.Options, writer);
        return string.Join(", ", writer.Lines.Select(line => line.Key.Length == 0 ? line.Value : $"{line.Key}: {line.Value}"));
    }
}
