using System.Runtime.CompilerServices;
using System.Text;

namespace Gateway.Toolkit.TestSupport;

/// <summary>
/// Compares texts with files beside the tests, named as Verify names them: <c>ClassName.MethodName.verified.txt</c>. What
/// differs is written to <c>.received.txt</c> beside it; rename that file to accept it.
/// </summary>
public static class Snapshot
{
    /// <summary>Fails unless the text is what the test's verified file says; line endings make no difference.</summary>
    /// <param name="text">The text.</param>
    /// <param name="testFile">The test's file; its name is the class's.</param>
    /// <param name="testName">The test's method.</param>
    /// <exception cref="SnapshotMismatchException">The texts differ, or there is no verified file yet.</exception>
    public static void Match(string text, [CallerFilePath] string testFile = "", [CallerMemberName] string testName = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, $"{Path.GetFileNameWithoutExtension(testFile)}.{testName}");
        var received = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var verified = File.Exists($"{path}.verified.txt") ? File.ReadAllText($"{path}.verified.txt").ReplaceLineEndings("\n") : "";
        if (received == verified)
        {
            File.Delete($"{path}.received.txt");
            return;
        }

        File.WriteAllText($"{path}.received.txt", received);
        throw new SnapshotMismatchException($"{Path.GetFileName(path)}.received.txt is not what was verified:\n{Difference(verified, received)}");
    }

    // The lines between what both begin with and what both end with.
    private static string Difference(string verified, string received)
    {
        var (left, right) = (verified.Split('\n'), received.Split('\n'));
        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
            start++;
        var end = 0;
        while (end < left.Length - start && end < right.Length - start && left[^(end + 1)] == right[^(end + 1)])
            end++;
        var text = new StringBuilder($"from line {start + 1}:\n");
        foreach (var line in left[start..^end])
            text.Append("- ").Append(line).Append('\n');
        foreach (var line in right[start..^end])
            text.Append("+ ").Append(line).Append('\n');
        return text.ToString();
    }
}
