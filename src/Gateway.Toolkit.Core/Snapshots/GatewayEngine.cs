using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit;

/// <summary>Holds the snapshot in use, and puts another one in its place when the configuration changes.</summary>
internal sealed partial class GatewayEngine : IGateway, IDisposable
{
    // A request that matched by a snapshot pins it a moment later; so long its state outlives its replacement at least.
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(10);

    private readonly IGatewayConfiguration _configuration;
    private readonly SnapshotBuilder _builder;
    private readonly TimeProvider _time;
    private readonly GatewayTelemetry _telemetry;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _loading = new(1);
    private readonly HashSet<ITimer> _retiring = [];
    private IReadOnlyList<LocalEndpoint> _localEndpoints = [];
    private volatile GatewaySnapshot? _snapshot;

    public GatewayEngine(
        IGatewayConfiguration configuration, SnapshotBuilder builder, TimeProvider time, GatewayTelemetry telemetry, ILogger<GatewayEngine> logger)
    {
        _configuration = configuration;
        _builder = builder;
        _time = time;
        _telemetry = telemetry;
        _logger = logger;
        telemetry.Observe(() => _snapshot?.Hash, () => Held.Count);
    }

    public GatewaySnapshot Snapshot =>
        _snapshot ?? throw new InvalidOperationException("The gateway has no configuration before the app has started");

    /// <summary>The snapshot in use; null before the first.</summary>
    public GatewaySnapshot? Current => _snapshot;

    public IReadOnlyList<GatewayConfigError> Errors { get; private set; } = [];

    /// <summary>The items that keep an earlier version because their own is in error.</summary>
    public IReadOnlyCollection<ItemName> Held { get; private set; } = [];

    /// <summary>Whether the configuration as written is not wholly in use.</summary>
    public bool IsDegraded => Errors.Any(error => !error.IsWarning);

    /// <summary>Loads the first snapshot.</summary>
    /// <exception cref="GatewayConfigException">Anything is wrong with the configuration.</exception>
    public void Start(IReadOnlyList<LocalEndpoint> localEndpoints)
    {
        _localEndpoints = localEndpoints;
        var errors = new GatewayErrors();
        var candidate = _builder.Check(_configuration.Load(errors), localEndpoints, null, errors);
        if (errors.HasErrors)
            throw new GatewayConfigException(errors.Items);
        var snapshot = _builder.Complete(candidate, null, localEndpoints);
        Publish(snapshot);
        Errors = errors.Items;
        LogErrors([], errors.Items);
        Log.Started(_logger, snapshot.Hash, snapshot.Routes.Count, snapshot.Upstreams.Count);
        _configuration.Changed += OnChanged;
        _configuration.Watch();
    }

    public async Task<IReadOnlyList<GatewayConfigError>> ReloadAsync(CancellationToken cancellationToken = default)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            // Off the caller's thread: it may be one that serves requests or watches files.
            await Task.Run(Reload, cancellationToken);
            return Errors;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _telemetry.Reloaded("failed");
            throw;
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose()
    {
        _configuration.Changed -= OnChanged;
        lock (_retiring)
        {
            foreach (var timer in _retiring)
                timer.Dispose();
            _retiring.Clear();
        }

        _snapshot?.State.Release();
        _loading.Dispose();
    }

    private void OnChanged() => _ = ReloadAndLogAsync();

    private async Task ReloadAndLogAsync()
    {
        try
        {
            await ReloadAsync();
        }
        catch (Exception exception) when (exception is not ObjectDisposedException)
        {
            Log.ReloadFailed(_logger, exception);
        }
    }

    private void Reload()
    {
        var current = Snapshot;
        var errors = new GatewayErrors();
        var next = _configuration.Load(errors);
        var candidate = HoldBack.Resolve(next, current.Node, Check, errors, out var held);
        var apply = next.Find("Reload") is { } node && GatewayValues.Options<ReloadOptions>().TryRead(node, new(), out var options)
            ? options.Apply
            : ReloadApply.PerItem;
        if (apply == ReloadApply.AllOrNothing && errors.HasErrors)
            candidate = null;
        LogErrors(Errors, errors.Items);
        Errors = errors.Items;
        Held = held;
        if (candidate is null)
        {
            _telemetry.Reloaded("rejected");
            Log.Rejected(_logger, current.Hash, errors.Items.Count);
            return;
        }

        var isSame = candidate.Snapshot.Hash == current.Hash && candidate.Root.Equals(current.Node);
        _telemetry.Reloaded(errors.HasErrors ? "partial" : isSame ? "unchanged" : "applied");
        if (isSame)
            return;
        var snapshot = _builder.Complete(candidate, current, _localEndpoints);
        Publish(snapshot);
        Retire(current);
        LogReload(current, snapshot, held);

        Candidate Check(GatewayConfigNode root) => _builder.Check(root, _localEndpoints, current, new());
    }

    private void Publish(GatewaySnapshot snapshot)
    {
        _snapshot = snapshot;
        foreach (var route in snapshot.Routes.Values)
            route.Snapshot = snapshot;
        foreach (var route in snapshot.LocalRoutes.Values)
            route.Snapshot = snapshot;
    }

    private void Retire(GatewaySnapshot snapshot)
    {
        lock (_retiring)
        {
            ITimer? timer = null;
            timer = _time.CreateTimer(
                _ =>
                {
                    snapshot.Retire();
                    lock (_retiring)
                    {
                        if (_retiring.Remove(timer!))
                            timer!.Dispose();
                    }
                },
                null,
                _grace,
                Timeout.InfiniteTimeSpan);
            _retiring.Add(timer);
        }
    }

    private void LogErrors(IReadOnlyList<GatewayConfigError> before, IReadOnlyList<GatewayConfigError> now)
    {
        foreach (var error in now)
        {
            // An error that stays is not news.
            if (before.Contains(error))
                continue;
            if (error.IsWarning)
                Log.Warning(_logger, error);
            else
                Log.Error(_logger, error);
        }
    }

    private void LogReload(GatewaySnapshot from, GatewaySnapshot to, IReadOnlyCollection<ItemName> held)
    {
        var changed = HoldBack.Changed(to.Node, from.Node);
        var (added, altered, removed) = (new List<ItemName>(), new List<ItemName>(), new List<ItemName>());
        foreach (var item in changed)
        {
            var (now, then) = (Find(to.Node, item), Find(from.Node, item));
            (then is null ? added : now is null ? removed : altered).Add(item);
        }

        Log.Reloaded(_logger, from.Hash, to.Hash, Names(added), Names(altered), Names(removed), Names(held));

        static GatewayConfigNode? Find(GatewayConfigNode root, ItemName item) =>
            (item.Section.Length == 0 ? root : root.Find(item.Section))?.Find(item.Id);

        static string Names(IReadOnlyCollection<ItemName> items) => items.Count switch
        {
            0 => "none",
            <= 10 => string.Join(", ", items),
            _ => $"{string.Join(", ", items.Take(10))} and {items.Count - 10} more",
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Configuration {Hash} in use: {Routes} routes, {Upstreams} upstreams", EventName = "Started")]
        public static partial void Started(ILogger logger, string hash, int routes, int upstreams);

        [LoggerMessage(2, LogLevel.Information, "Configuration {From} → {To}: added {Added}; changed {Changed}; removed {Removed}; held back {Held}", EventName = "Reloaded")]
        public static partial void Reloaded(ILogger logger, string from, string to, string added, string changed, string removed, string held);

        [LoggerMessage(3, LogLevel.Error, "Configuration {Hash} stays in use: the new one has {Errors} errors", EventName = "ReloadRejected")]
        public static partial void Rejected(ILogger logger, string hash, int errors);

        [LoggerMessage(4, LogLevel.Error, "{Error}", EventName = "ConfigurationError")]
        public static partial void Error(ILogger logger, GatewayConfigError error);

        [LoggerMessage(5, LogLevel.Warning, "{Error}", EventName = "ConfigurationWarning")]
        public static partial void Warning(ILogger logger, GatewayConfigError error);

        [LoggerMessage(6, LogLevel.Error, "The configuration could not be read again; the one in use stays", EventName = "ReloadFailed")]
        public static partial void ReloadFailed(ILogger logger, Exception exception);
    }
}
