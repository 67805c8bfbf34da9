using System.Text.RegularExpressions;

namespace Gateway.Toolkit.Routing;

/// <summary>A regular expression on the path, in time linear to its length.</summary>
internal sealed class PathRegex(RewritePathRegexOptions options)
{
    private readonly Regex _pattern = Compile(options.Pattern);

    /// <summary>Adds errors for what is no expression, and for a replacement that names groups which are not there.</summary>
    public static void Check(RewritePathRegexOptions options, GatewayConfigNode node, GatewayErrors errors)
    {
        try
        {
            var pattern = Compile(options.Pattern);
            var known = pattern.GetGroupNames();
            foreach (var name in NamesIn(options.Replacement).Where(name => !known.Contains(name)))
                errors.Add(node.At("Replacement"), $"the pattern has no group \"{name}\"; it has {string.Join(", ", known.Select(group => "$" + group))}");
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            errors.Add(node.At("Pattern"), exception is NotSupportedException
                ? "has a construct that can take exponential time; lookarounds, backreferences and atomic groups are not allowed"
                : $"is not a regular expression: {exception.Message}");
        }

        if (options.Replacement.AsSpan().ContainsAny('?', '#'))
            errors.Add(node.At("Replacement"), "a path has no query and no fragment; set parameters with \"Query\"");
    }

    /// <summary>The new path; null if it is no sound one.</summary>
    public string? Replace(string path)
    {
        var replaced = _pattern.Replace(path, options.Replacement);
        if (replaced == path)
            return path;
        return replaced is ['/'] or ['/', not '/', ..] && !UriText.HasDotSegment(replaced) ? UriText.CleanPath(replaced) : null;
    }

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static IEnumerable<string> NamesIn(string replacement)
    {
        for (var i = 0; i + 1 < replacement.Length; i++)
        {
            if (replacement[i] != '$')
                continue;
            i++;
            var close = replacement[i] == '{' ? replacement.IndexOf('}', i) : -1;
            var digits = replacement.AsSpan(i).IndexOfAnyExceptInRange('0', '9');
            if (close > 0)
                yield return replacement[(i + 1)..close];
            else if (digits != 0)
                yield return digits < 0 ? replacement[i..] : replacement.Substring(i, digits);
        }
    }
}
