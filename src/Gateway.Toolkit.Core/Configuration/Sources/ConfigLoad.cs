namespace Gateway.Toolkit;

/// <summary>One reading of all sources: what was found wrong, and which files matter.</summary>
/// <param name="errors">Gets all that is wrong.</param>
/// <param name="track">Is told the full path of every file before it is read.</param>
internal sealed class ConfigLoad(GatewayErrors errors, Action<string> track)
{
    private readonly List<GatewayConfigError> _stale = [];

    public GatewayErrors Errors => errors;

    /// <summary>What could not be read and stands at its last good content, in <see cref="Errors"/> too, as warnings.</summary>
    public IReadOnlyList<GatewayConfigError> Stale => _stale;

    public void Track(string path) => track(path);

    /// <summary>Adds what is wrong with something whose last good content stays in use: the configuration as a whole is usable.</summary>
    public void AddStale(GatewayConfigError error)
    {
        var warning = error with { Message = $"{error.Message}; the last good content stays in use", IsWarning = true };
        _stale.Add(warning);
        errors.Add(warning);
    }
}
