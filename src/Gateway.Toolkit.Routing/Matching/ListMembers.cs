namespace Gateway.Toolkit.Routing;

/// <summary>Takes lists of header fields apart (RFC 9110, section 5.6.1).</summary>
internal static class ListMembers
{
    /// <summary>Takes the next member off a list, without the white space around it. Separators in quoted strings are part of it.</summary>
    public static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> list, char separator)
    {
        var end = 0;
        var quoted = false;
        for (; end < list.Length && (quoted || list[end] != separator); end++)
        {
            if (list[end] == '"')
                quoted = !quoted;
            else if (quoted && list[end] == '\\')
                end++;
        }

        end = Math.Min(end, list.Length);
        var member = list[..end].Trim(" \t");
        list = list[Math.Min(end + 1, list.Length)..];
        return member;
    }
}
