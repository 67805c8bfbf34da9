using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>
/// The values of a header field: its lines, and the members of lines that are lists (RFC 9110, section 5.6.1), because a sender may
/// put several values on one line or on several.
/// </summary>
internal sealed class HeaderSource(string name) : ValueSource(name)
{
    private readonly char _separator = name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? ';' : ',';

    public override bool Exists(HttpRequest request) => request.Headers.ContainsKey(Name);

    public override bool Any(HttpRequest request, TextTest test)
    {
        foreach (var line in request.Headers[Name])
        {
            if (test.Passes(line) || AnyMember(line, test))
                return true;
        }

        return false;
    }

    private bool AnyMember(ReadOnlySpan<char> line, TextTest test)
    {
        if (!line.Contains(_separator))
            return false;
        while (!line.IsEmpty)
        {
            var member = ListMembers.Next(ref line, _separator);
            if (test.Passes(member))
                return true;
        }

        return false;
    }
}
