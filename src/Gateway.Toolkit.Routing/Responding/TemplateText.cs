namespace Gateway.Toolkit.Routing;

/// <summary>Looks into the text of templates, past the values in braces.</summary>
internal static class TemplateText
{
    public static bool StartsWithValue(string text) => text is ['{', not '{', ..];

    /// <summary>Where the first of some characters stands outside of braces; the text's length if none does.</summary>
    public static int IndexOfAny(string text, string characters)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && i + 1 < text.Length && text[i + 1] != '{')
                i = text.IndexOf('}', i);
            else if (text[i] is '{' or '}')
                i++;
            else if (characters.Contains(text[i], StringComparison.Ordinal))
                return i;
        }

        return text.Length;
    }
}
