namespace Gateway.Toolkit;

/// <summary>Reads small files that others may write, rename or delete at the same time.</summary>
internal static class FileContent
{
    public static byte[] Read(string path)
    {
        using var stream = Open(path);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    public static bool IsMissing(Exception exception) => exception is FileNotFoundException or DirectoryNotFoundException;

    public static bool IsUnreadable(Exception exception) => exception is IOException or UnauthorizedAccessException;
}
