using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing.Tests.Matching;

/// <summary>
/// The precedence sentence, written down once more without a tree, an index or a thought for speed: every route is looked at.
/// It knows what the generated routes of <see cref="RouteTableTests"/> use, and shares no code with the table.
/// </summary>
internal static class ReferenceMatcher
{
    public static string Ask(IReadOnlyList<RouteSketch> routes, HttpContext context)
    {
        var request = context.Request;
        var here = routes.Where(route => FitsPath(route, request.Path.Value!) && HostRank(route, request) < int.MaxValue).ToList();
        var nearest = (Outcome: 0, Allow: new List<string>());
        foreach (var path in here.GroupBy(route => Kinds(route.Options.Path!)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var winner = path
                .Where(route => Outcome(route, request) == 3)
                .OrderByDescending(route => Detail(route.Options.Path!))
                .ThenBy(route => HostRank(route, request))
                .ThenBy(route => MethodRank(route, request.Method))
                .ThenByDescending(route => route.Options.Headers.Count + route.Options.Query.Count)
                .ThenBy(route => route.Order)
                .ThenBy(route => routes.ToList().IndexOf(route))
                .FirstOrDefault();
            if (winner is not null)
                return winner.Id;
            nearest.Outcome = Math.Max(nearest.Outcome, path.Max(route => Outcome(route, request)));
            nearest.Allow.AddRange(path.SelectMany(route => route.Options.Methods).SelectMany(method => method == "GET" ? ["GET", "HEAD"] : new[] { method }));
            if (!path.All(route => route.Options.FallThrough))
                break;
        }

        return nearest.Outcome == 1 ? $"405 {string.Join(", ", nearest.Allow.Distinct().Order())}" : "-";
    }

    // 1: the method does not fit; 2: a condition is not met; 3: all fits.
    private static int Outcome(RouteSketch route, HttpRequest request)
    {
        if (MethodRank(route, request.Method) < 0)
            return 1;
        return route.Options.Headers.All(header => request.Headers[header.Key] == header.Value.Exact[0].Text)
            && route.Options.Query.All(parameter => request.Query[parameter.Key] == parameter.Value.Exact[0].Text)
            ? 3
            : 2;
    }

    private static int MethodRank(RouteSketch route, string method)
    {
        var methods = route.Options.Methods;
        if (methods.Count == 0)
            return 2;
        return methods.Contains(method) ? 0 : method == "HEAD" && methods.Contains("GET") ? 1 : -1;
    }

    private static int HostRank(RouteSketch route, HttpRequest request) => route.Options.Hosts.Count == 0
        ? 1000
        : route.Options.Hosts.Min(pattern => HostRank(pattern, request));

    private static int HostRank(string pattern, HttpRequest request)
    {
        var parts = pattern.Split(':');
        if (parts.Length == 2 && int.Parse(parts[1], CultureInfo.InvariantCulture) != (request.Host.Port ?? 80))
            return int.MaxValue;
        var port = parts.Length == 2 ? 0 : 1;
        var host = request.Host.Host;
        if (!parts[0].StartsWith("*.", StringComparison.Ordinal))
            return host == parts[0] ? port : int.MaxValue;
        return host.EndsWith(parts[0][1..], StringComparison.Ordinal) && host.Length > parts[0].Length - 1 ? 900 - (4 * parts[0].Length) + port : int.MaxValue;
    }

    private static string Kinds(string template) => string.Concat(Segments(template).Select(segment => segment switch
    {
        ['{', '*', ..] => segment.Contains(':', StringComparison.Ordinal) ? '5' : '6',
        ['{', .., '}'] when !segment.Contains('.', StringComparison.Ordinal) => segment.Contains(':', StringComparison.Ordinal) ? '3' : '4',
        _ => segment.Contains('{', StringComparison.Ordinal) ? '2' : '1',
    }));

    private static int Detail(string template) => Segments(template).Sum(segment =>
        segment.Contains('{', StringComparison.Ordinal) ? segment.Count(character => character is ':' or '.' or 'b') : 0);

    // A slash at the end begins no segment, but a catch-all has it in its value.
    private static bool FitsPath(RouteSketch route, string path)
    {
        var isClosed = path.EndsWith('/');
        return Fits(Segments(route.Options.Path!), (isClosed ? path[..^1] : path).Split('/').Skip(1).ToList(), isClosed ? "/" : "");
    }

    private static bool Fits(ReadOnlySpan<string> template, IReadOnlyList<string> path, string slash)
    {
        for (var i = 0; i < template.Length; i++)
        {
            var segment = template[i];
            if (segment.StartsWith("{**", StringComparison.Ordinal))
                return !segment.Contains(":minlength(2)", StringComparison.Ordinal) || (i < path.Count && (string.Join('/', path.Skip(i)) + slash).Length >= 2);
            if (i >= path.Count)
                return segment.EndsWith("?}", StringComparison.Ordinal) && Fits(template[(i + 1)..], [], slash);
            if (path[i].Length == 0 || !FitsSegment(segment, path[i]))
                return false;
        }

        return path.Count <= template.Length;
    }

    private static bool FitsSegment(string segment, string text) => segment switch
    {
        "{p}" or "{p?}" => true,
        "{p:int}" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "{p}.{q}" => text.IndexOf('.', 1) > 0 && text.LastIndexOf('.') < text.Length - 1,
        "{p}.b" => text.Length > 2 && text.EndsWith(".b", StringComparison.OrdinalIgnoreCase),
        _ => segment.Equals(text, StringComparison.OrdinalIgnoreCase),
    };

    private static string[] Segments(string template) =>
        [.. template.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => Regex.Replace(segment, @"([pq])\d", "$1"))];
}
