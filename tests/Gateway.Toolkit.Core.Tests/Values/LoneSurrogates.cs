using System.Text;

namespace Gateway.Toolkit.Core.Tests.Values;

internal static class LoneSurrogates
{
    /// <summary>The text as it comes back from UTF-8, which has no halves of surrogate pairs.</summary>
    public static string ReplaceLoneSurrogates(this string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
