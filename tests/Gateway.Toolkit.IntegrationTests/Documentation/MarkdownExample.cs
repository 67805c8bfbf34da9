using System.Text.RegularExpressions;

namespace Gateway.Toolkit.IntegrationTests.Documentation;

/// <summary>A JSON example of the documentation, and the C# that stands under it or above it.</summary>
/// <param name="Place">The file and line.</param>
/// <param name="Json">The example as a whole configuration.</param>
/// <param name="Code">What C# says of it, without white space; null if none is there.</param>
internal sealed partial record MarkdownExample(string Place, string Json, string? Code)
{
    /// <summary>The examples of all pages that are configurations, or routes or upstreams of one.</summary>
    public static IEnumerable<MarkdownExample> All()
    {
        var root = RepositoryRoot();
        var pages = Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "src"), "README.md", SearchOption.AllDirectories))
            .Append(Path.Combine(root, "README.md"))
            .Order(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            var text = File.ReadAllText(page);
            foreach (Match block in Block().Matches(text))
            {
                if (Whole(block.Groups["json"].Value) is not { } json)
                    continue;
                var line = text.AsSpan(0, block.Groups["json"].Index).Count('\n') + 1;
                var code = block.Groups["code"] is { Success: true } after ? after : Above().Match(text[..block.Index]).Groups["code"];
                yield return new($"{Path.GetRelativePath(root, page)}:{line}", json, code.Success ? Calls(code.Value) : null);
            }
        }
    }

    /// <summary>The calls on the gateway's builder in a piece of code, without white space.</summary>
    public static string Calls(string code)
    {
        var text = White().Replace(code, "");
        var start = text.IndexOf("gateway=>gateway", StringComparison.Ordinal);
        if (start < 0)
            return text;
        var end = text.IndexOf("));", start, StringComparison.Ordinal);
        return text[(start + "gateway=>gateway".Length)..(end < 0 ? text.Length : end + 1)];
    }

    /// <summary>The folder of the solution.</summary>
    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gateway.Toolkit.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests has Gateway.Toolkit.sln");
        return folder.FullName;
    }

    // Pages show a whole configuration, or a route or an upstream alone; other JSON is no configuration.
    private static string? Whole(string json) => json.TrimStart() switch
    {
        ['{', ..] => Section().IsMatch(json) ? json : null,
        ['"', ..] when json.Contains("\"Destinations\"", StringComparison.Ordinal) => $$"""{ "Upstreams": { {{json}} } }""",
        ['"', ..] when json.Contains("\"Match\"", StringComparison.Ordinal) => $$"""{ "Routes": { {{json}} } }""",
        _ => null,
    };

    [GeneratedRegex(@"```json\s*\n(?<json>.*?)\n\s*```((?:(?!```).){0,200}```csharp\s*\n(?<code>.*?)\n\s*```)?", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"```csharp\s*\n(?<code>[^`]*?)\n\s*```(?:(?!```).){0,200}\z", RegexOptions.Singleline)]
    private static partial Regex Above();

    [GeneratedRegex("\"(Routes|Upstreams|Policies|Defaults)\"\\s*:\\s*\\{")]
    private static partial Regex Section();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
