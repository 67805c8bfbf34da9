namespace Gateway.Toolkit;

/// <summary>Tells at once that something happened in a folder.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly DateTime _created;
    private volatile bool _isBroken;

    /// <summary>Begins to watch.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="touched">Is told the full path of what was touched; null if that is not known.</param>
    /// <exception cref="IOException">The system has no watcher left to give.</exception>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    public FolderWatch(string folder, Action<string?> touched)
    {
        _created = Directory.GetCreationTimeUtc(folder);
        _watcher = new(folder)
        {
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Changed += (_, change) => touched(change.FullPath);
        _watcher.Created += (_, change) => touched(change.FullPath);
        _watcher.Deleted += (_, change) => touched(change.FullPath);
        _watcher.Renamed += (_, change) => touched(change.FullPath);
        _watcher.Error += (_, _) =>
        {
            _isBroken = true;
            touched(null);
        };
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Whether it still watches the folder of that path, and not one that was deleted or moved away.</summary>
    public bool IsSound(string folder) => !_isBroken && Directory.Exists(folder) && Directory.GetCreationTimeUtc(folder) == _created;

    public void Dispose() => _watcher.Dispose();
}
