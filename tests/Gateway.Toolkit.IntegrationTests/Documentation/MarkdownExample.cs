using System.Text.RegularExpressions;

namespace Gateway.Toolkit.IntegrationTests.Documentation;

/// <summary>A JSON example of the documentation that is a whole configuration.</summary>
/// <param name="Place">The file and line.</param>
/// <param name="Twin">The name of its twin in C#, from <c>&lt;!-- twin: NAME --&gt;</c> before it; null if it names none.</param>
/// <param name="Json">The text.</param>
internal sealed partial record MarkdownExample(string Place, string? Twin, string Json)
{
    /// <summary>The examples of all pages, in order.</summary>
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
                var json = block.Groups["json"].Value;
                if (!Section().IsMatch(json))
                    continue;
                var line = text.AsSpan(0, block.Groups["json"].Index).Count('\n') + 1;
                var twin = block.Groups["twin"] is { Success: true } name ? name.Value : null;
                yield return new($"{Path.GetRelativePath(root, page)}:{line}", twin, json);
            }
        }
    }

    /// <summary>The folder of the solution.</summary>
    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gateway.Toolkit.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests has Gateway.Toolkit.sln");
        return folder.FullName;
    }

    [GeneratedRegex(@"(<!-- twin: (?<twin>\S+) -->\s*)?```json\s*\n(?<json>.*?)\n\s*```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\"(Routes|Upstreams|Policies|Defaults)\"\\s*:\\s*\\{")]
    private static partial Regex Section();
}
