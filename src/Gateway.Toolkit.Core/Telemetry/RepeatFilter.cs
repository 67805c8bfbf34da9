using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit;

/// <summary>
/// Lets the first of equal failures through, and tells once a minute how often it happened again. A failure that stays away
/// for a minute is new again. What it remembers is bounded: past a thousand kinds at once, all others are one kind.
/// </summary>
internal sealed class RepeatFilter(TimeProvider time, Action<FailureKey, long> repeated) : IDisposable
{
    private const int MaxKinds = 1000;

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<FailureKey, Entry> _entries = [];
    private bool _disposed;

    /// <summary>Whether a failure is the first of its kind; otherwise it is counted.</summary>
    public bool IsFirst(FailureKey key)
    {
        lock (_entries)
        {
            if (_disposed)
                return true;
            if (!_entries.TryGetValue(key, out var entry) && _entries.Count >= MaxKinds)
            {
                key = new(LogLevel.Warning, null, null, "other failures");
                _entries.TryGetValue(key, out entry);
            }

            if (entry is not null)
            {
                entry.Count++;
                return false;
            }

            entry = new();
            _entries.Add(key, entry);
            entry.Timer = time.CreateTimer(_ => Tell(key, entry), null, _minute, _minute);
            return true;
        }
    }

    public void Dispose()
    {
        lock (_entries)
        {
            _disposed = true;
            foreach (var entry in _entries.Values)
                entry.Timer?.Dispose();
            _entries.Clear();
        }
    }

    private void Tell(FailureKey key, Entry entry)
    {
        long count;
        lock (_entries)
        {
            (count, entry.Count) = (entry.Count, 0);
            if (count == 0 && _entries.Remove(key))
                entry.Timer?.Dispose();
        }

        if (count > 0)
            repeated(key, count);
    }

    private sealed class Entry
    {
        public long Count { get; set; }

        public ITimer? Timer { get; set; }
    }
}
