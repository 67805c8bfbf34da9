using System.Buffers;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit.Routing;

/// <summary>Values of request fields as one line.</summary>
internal static class FieldValues
{
    private static readonly SearchValues<char> _lineEnds = SearchValues.Create("\r\n\0");

    /// <summary>Whether a value could begin a field of its own, or another request.</summary>
    public static bool IsUnsafe(string value) => value.AsSpan().ContainsAny(_lineEnds);

    /// <summary>Joins the lines of a field as RFC 9110, section 5.3, allows; those of <c>Cookie</c> have a separator of their own.</summary>
    public static string Join(string name, StringValues values) => values.Count switch
    {
        0 => "",
        1 => values[0] ?? "",
        _ => string.Join(name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? "; " : ", ", (string?[])values!),
    };

    /// <summary>Whether a list field has a member, in any case.</summary>
    public static bool HasMember(StringValues values, string member)
    {
        foreach (var line in values)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                if (line.AsSpan()[range].Trim().Equals(member, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }
}
