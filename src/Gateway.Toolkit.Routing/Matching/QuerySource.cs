using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gateway.Toolkit.Routing;

/// <summary>The values of a query parameter, decoded; each time it is given is a value of its own.</summary>
internal sealed class QuerySource(string name) : ValueSource(name)
{
    public override bool Exists(HttpRequest request) => Find(request, null);

    public override bool Any(HttpRequest request, TextTest test) => Find(request, test);

    private bool Find(HttpRequest request, TextTest? test)
    {
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (pair.DecodeName().Span.Equals(Name, StringComparison.OrdinalIgnoreCase) && (test is null || test.Passes(pair.DecodeValue().Span)))
                return true;
        }

        return false;
    }
}
