using System.Security.Cryptography;

namespace Gateway.Toolkit;

/// <summary>What a file looked like: enough to see cheaply that nothing changed, and surely that something did.</summary>
/// <param name="Path">Where the file's path leads.</param>
/// <param name="Length">The length in bytes; -1 if there is no readable file.</param>
/// <param name="Written">When it was last written.</param>
/// <param name="Hash">A hash of the content; empty if there is no readable file.</param>
internal sealed record FileStamp(LinkedPath Path, long Length, DateTimeOffset Written, string Hash)
{
    // Two writes within the clock's grain leave one time: a file as young as this may have changed once more.
    private static readonly TimeSpan _young = TimeSpan.FromSeconds(3);

    /// <summary>Looks at a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="before">What it looked like before; null at first.</param>
    /// <param name="now">The present time.</param>
    /// <param name="readAgain">Whether to compare the content even where nothing else points to a change.</param>
    public static FileStamp Take(string path, FileStamp? before, DateTimeOffset now, bool readAgain)
    {
        var link = LinkedPath.Follow(path);
        try
        {
            var file = new FileInfo(link.Target);
            if (!file.Exists)
                return Missing(link);
            var (length, written) = (file.Length, new DateTimeOffset(file.LastWriteTimeUtc));
            if (!readAgain && before is not null && before.Path.Target == link.Target && before.Length == length
                && before.Written == written && now - written > _young)
                return before with { Path = link };
            using var content = FileContent.Open(link.Target);
            return new(link, length, written, Convert.ToHexString(SHA256.HashData(content)));
        }
        catch (Exception exception) when (FileContent.IsUnreadable(exception))
        {
            return Missing(link);
        }
    }

    private static FileStamp Missing(LinkedPath link) => new(link, -1, default, "");
}
