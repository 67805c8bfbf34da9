namespace Gateway.Toolkit.Routing;

/// <summary>One way on from a node of ASP.NET's matcher.</summary>
/// <param name="catchAll">See <see cref="CatchAll"/>.</param>
/// <param name="methods">See <see cref="Methods"/>.</param>
internal sealed class NodeEdge(string catchAll, IReadOnlyList<string> methods)
{
    /// <summary>The way for requests that the table has nothing for.</summary>
    public static NodeEdge Miss { get; } = new("", []);

    /// <summary>
    /// The kinds of the segments of the least specific catch-all of the app's own on this way: it is for routes that are less
    /// specific still. Empty where no catch-all is on it.
    /// </summary>
    public string CatchAll => catchAll;

    /// <summary>The methods of the app's own endpoints on this way.</summary>
    public IReadOnlyList<string> Methods => methods;
}
