namespace Gateway.Toolkit.Core.Tests.Configuration;

/// <summary>Tables of the documentation, so that what it says is what is tested.</summary>
internal static class DocsTable
{
    /// <summary>The rows of the first table under a heading, without backticks.</summary>
    public static IEnumerable<string[]> Rows(string page, string heading) => File.ReadLines(Path.Combine(Folder(), page))
        .SkipWhile(line => line != heading)
        .SkipWhile(line => !line.StartsWith('|'))
        .TakeWhile(line => line.StartsWith('|'))
        .Skip(2)
        .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim().Trim('`')).ToArray());

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository");
        return Path.Combine(folder.FullName, "docs");
    }
}
