using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit;

/// <summary>
/// Sees changes of files, however they come about: written in place, renamed over, deleted and made anew, or swapped by a
/// link anywhere on their path, as a mounted ConfigMap does. The system's watchers only hasten the looking; where there are
/// none (network and bind mounts, too few left), regular looking finds the same changes.
/// </summary>
internal sealed partial class FileWatch(TimeProvider time, Action touched, ILogger logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FileStamp> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FolderWatch> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private HashSet<string> _places = [];
    private bool _isWatching;

    /// <summary>Begins to tell when something happens near the files.</summary>
    public void Start()
    {
        lock (_lock)
        {
            _isWatching = true;
            WatchFolders();
        }
    }

    /// <summary>Adds a file. Call it before reading, so that what is written meanwhile is seen as a change.</summary>
    public void Track(string path)
    {
        lock (_lock)
        {
            if (!_files.ContainsKey(path))
                _files[path] = FileStamp.Take(path, null, time.GetUtcNow(), readAgain: true);
        }
    }

    /// <summary>Forgets all files but these.</summary>
    public void Keep(IReadOnlySet<string> paths)
    {
        lock (_lock)
        {
            foreach (var path in _files.Keys.Where(path => !paths.Contains(path)).ToList())
                _files.Remove(path);
            WatchFolders();
        }
    }

    /// <summary>Looks at all files.</summary>
    /// <param name="readAgain">Whether to compare contents even where a file's time and length stayed.</param>
    /// <returns>Whether any has another content than at the last look, appeared or went.</returns>
    public bool HasChanged(bool readAgain)
    {
        lock (_lock)
        {
            var changed = false;
            foreach (var (path, before) in _files.ToList())
            {
                var after = FileStamp.Take(path, before, time.GetUtcNow(), readAgain);
                changed |= after.Hash != before.Hash;
                _files[path] = after;
            }

            WatchFolders();
            return changed;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isWatching = false;
            foreach (var folder in _folders.Values)
                folder.Dispose();
            _folders.Clear();
        }
    }

    private void WatchFolders()
    {
        if (!_isWatching)
            return;
        Volatile.Write(ref _places, _files.Values.SelectMany(stamp => stamp.Path.Places).ToHashSet(StringComparer.OrdinalIgnoreCase));
        var wanted = _places.Select(place => Path.GetDirectoryName(place)!).Where(Directory.Exists).ToHashSet(StringComparer.Ordinal);
        foreach (var (folder, watch) in _folders.ToList())
        {
            if (wanted.Contains(folder) && watch.IsSound(folder))
                continue;
            watch.Dispose();
            _folders.Remove(folder);
        }

        foreach (var folder in wanted.Where(folder => !_folders.ContainsKey(folder)))
        {
            try
            {
                _folders[folder] = new(folder, Touched);
            }
            catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
            {
                if (_refused.Add(folder))
                    Log.NoWatcher(logger, folder, exception.Message);
            }
        }
    }

    // A folder may be full of files that are written all the time, such as logs.
    private void Touched(string? place)
    {
        if (place is null || Volatile.Read(ref _places).Contains(place))
            touched();
    }

    private static partial class Log
    {
        [LoggerMessage(8, LogLevel.Debug, "No file watcher for {Folder} ({Reason}); changes there are seen by looking every second", EventName = "NoWatcher")]
        public static partial void NoWatcher(ILogger logger, string folder, string reason);
    }
}
