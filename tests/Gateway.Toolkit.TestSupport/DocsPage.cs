using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Gateway.Toolkit.TestSupport;

/// <summary>
/// The examples of a page of <c>docs/</c>: each block of JSON is followed by its twin in C#, whose text is that of a region in a
/// compiled file of the tests.
/// </summary>
public static partial class DocsPage
{
    /// <summary>The blocks of JSON, each with the name of the region that is its twin.</summary>
    /// <param name="page">The page, such as <c>rewriting.md</c>.</param>
    /// <param name="examplesFile">The file with the regions, beside the test.</param>
    /// <param name="testFile">The test's file.</param>
    /// <exception cref="FormatException">A block has no twin, or a region is not on the page.</exception>
    public static IReadOnlyList<(string Json, string Region)> Twins(string page, string examplesFile, [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
        var regions = Region().Matches(Read(Path.Combine(folder, examplesFile)))
            .ToDictionary(match => Undented(match.Groups["text"].Value), match => match.Groups["name"].Value);
        var blocks = Block().Matches(Read(Path.Combine(Root(folder), "docs", page))).ToList();
        var twins = new List<(string, string)>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Groups["language"].Value != "json")
                continue;
            var twin = i + 1 < blocks.Count && blocks[i + 1].Groups["language"].Value == "csharp" ? blocks[i + 1].Groups["text"].Value.TrimEnd() : "";
            if (!regions.TryGetValue(twin, out var region))
                throw new FormatException($"{page}: no region of {examplesFile} is the twin of {blocks[i].Groups["text"].Value}");
            twins.Add((blocks[i].Groups["text"].Value, region));
        }

        return twins;
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Directory.Packages.props")) ? folder : Root(Path.GetDirectoryName(folder)!);

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");

    private static string Undented(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart(' ').Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line));
    }

    [GeneratedRegex("^```(?<language>json|csharp)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^ *#region (?<name>\\S+)\n(?<text>.*?)^ *#endregion", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Region();
}
