using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>
/// All sources as one tree: read, laid on top of each other, references resolved, and watched. What can't be read any more
/// keeps its last good content, so that the tree never loses what a broken source once said.
/// </summary>
internal sealed partial class GatewayConfiguration : IGatewayConfiguration, IDisposable
{
    private static readonly TimeSpan _settleTime = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _lookInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _loading = new();
    private readonly Lock _watching = new();
    private readonly IReadOnlyList<IConfigSource> _sources;
    private readonly ConfigShape _shape;
    private readonly IConfiguration _app;
    private readonly ConfigReferences _references;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly FileWatch _files;
    private readonly List<IDisposable> _watches = [];
    private ITimer? _settle;
    private bool _isSettling;
    private bool _isTold;

    /// <summary>Takes the sources.</summary>
    /// <param name="sources">The sources, the lowest first.</param>
    /// <param name="shape">What the modules say about the places of the tree.</param>
    /// <param name="app">The app's configuration: what <c>config:</c> references mean.</param>
    /// <param name="contentRoot">The folder that relative <c>file:</c> references outside of files start from.</param>
    /// <param name="time">The clock for watching.</param>
    /// <param name="logger">Gets what goes wrong with watching.</param>
    public GatewayConfiguration(
        IReadOnlyList<IConfigSource> sources,
        ConfigShape shape,
        IConfiguration app,
        string contentRoot,
        TimeProvider time,
        ILogger<GatewayConfiguration> logger)
    {
        _sources = sources;
        _shape = shape;
        _app = app;
        _references = new(app, contentRoot);
        _time = time;
        _logger = logger;
        _files = new(time, () => Settle(isChange: false), logger);
    }

    /// <summary>
    /// Raised after <see cref="Watch"/> when sources or referenced files have another content, or may have, at most every
    /// 250 ms.
    /// </summary>
    public event Action? Changed;

    /// <summary>Reads all sources.</summary>
    /// <param name="errors">Gets all that is wrong.</param>
    /// <returns>The tree, with the path <c>Gateway</c>: what the sources that could be read give, and the others once gave.</returns>
    public GatewayConfigNode Load(GatewayErrors errors)
    {
        lock (_loading)
        {
            var files = new HashSet<string>(StringComparer.Ordinal);
            var layers = new List<(GatewayConfigNode, bool)>();
            foreach (var layer in _sources.SelectMany(source => source.Layers()))
            {
                if (layer.Load(errors, Track) is { } node)
                    layers.Add((node, layer.IsTextOnly));
            }

            var tree = _references.Resolve(ConfigMerge.Merge(layers, _shape, errors), errors, Track).AsRoot("Gateway");
            _files.Keep(files);
            return tree;

            void Track(string path)
            {
                files.Add(path);
                _files.Track(path);
            }
        }
    }

    /// <summary>Begins to watch. Call it once.</summary>
    public void Watch()
    {
        lock (_watching)
        {
            _settle = _time.CreateTimer(_ => Guard(Settled), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _watches.Add(_settle);
            _watches.Add(_time.CreateTimer(_ => Guard(Look), null, _lookInterval, _lookInterval));
            _watches.Add(ChangeToken.OnChange(_app.GetReloadToken, () => Settle(isChange: true)));
            foreach (var source in _sources.Where(source => source.GetChangeToken() is not null))
                _watches.Add(ChangeToken.OnChange(source.GetChangeToken, () => Settle(isChange: true)));
        }

        _files.Start();
    }

    /// <summary>Stops watching.</summary>
    public void Dispose()
    {
        lock (_watching)
            _isSettling = true;

        // Outside the lock: ending a registration waits for its callback.
        foreach (var watch in _watches)
            watch.Dispose();
        _files.Dispose();
    }

    private void Look()
    {
        if (_files.HasChanged(readAgain: false))
            Settle(isChange: true);
    }

    // The first sign starts the wait and later ones do not prolong it: constant writing must not put a reload off for ever.
    private void Settle(bool isChange)
    {
        lock (_watching)
        {
            _isTold |= isChange;
            if (_isSettling)
                return;
            _isSettling = true;
            _settle?.Change(_settleTime, Timeout.InfiniteTimeSpan);
        }
    }

    private void Settled()
    {
        bool isTold;
        lock (_watching)
        {
            (isTold, _isTold) = (_isTold, false);
            _isSettling = false;
        }

        if (_files.HasChanged(readAgain: true) || isTold)
            Changed?.Invoke();
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) // A timer's exception would end the process.
        {
            Log.WatchFailed(_logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7, LogLevel.Error, "Looking for changes of the configuration failed", EventName = "WatchFailed")]
        public static partial void WatchFailed(ILogger logger, Exception exception);
    }
}
