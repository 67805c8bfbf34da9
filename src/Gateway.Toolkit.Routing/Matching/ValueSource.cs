using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>Where the values of a condition come from: a header field or a query parameter.</summary>
internal abstract class ValueSource(string name)
{
    public string Name => name;

    /// <summary>Whether the name is there, be it without a value.</summary>
    public abstract bool Exists(HttpRequest request);

    /// <summary>Whether one of the values passes the test.</summary>
    public abstract bool Any(HttpRequest request, TextTest test);
}
