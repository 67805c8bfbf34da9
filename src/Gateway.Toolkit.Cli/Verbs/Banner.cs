using Gateway.Toolkit.Cli.Explaining;
using Gateway.Toolkit.Cli.Output;

namespace Gateway.Toolkit.Cli.Verbs;

/// <summary>What <c>gateway run</c> says when it serves: the routes, and where it listens.</summary>
internal static class Banner
{
    private const int MaxRoutes = 25;

    public static void Write(Terminal terminal, GatewaySnapshot snapshot, IEnumerable<string> urls)
    {
        var routes = new Table();
        foreach (var route in snapshot.Routes.Values.Take(MaxRoutes))
            routes.Add(route.Id, RouteText.Match(route), RouteText.Dispatch(route));
        if (snapshot.Routes.Count > MaxRoutes)
            routes.Add($"and {snapshot.Routes.Count - MaxRoutes} more");
        terminal.Out.WriteLine();
        terminal.Write(routes);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"Listening on {string.Join(", ", urls)}. Changes of the configuration go live as they are saved; Ctrl+C stops.");
    }
}
