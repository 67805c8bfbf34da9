namespace Gateway.Toolkit;

/// <summary>
/// One layer of the configuration. It keeps its last good content: a layer that can't be read any more, or is gone, must
/// not take back what it said, such as the <c>Auth</c> of a route that another layer defines.
/// </summary>
internal abstract class ConfigLayer : IConfigSource
{
    private GatewayConfigNode? _lastGood;
    private bool _isKnown;

    /// <summary>What the layer is called in messages.</summary>
    public abstract string Name { get; }

    /// <summary>Whether names are the same in any case and values are text only, as in environment variables.</summary>
    public virtual bool IsTextOnly => false;

    /// <summary>The full path of the file to watch; null if there is none.</summary>
    public virtual string? File => null;

    /// <summary>Whether the layer had content in an earlier reading.</summary>
    protected bool HadContent => _lastGood is not null;

    /// <summary>Reads the content.</summary>
    /// <param name="errors">Gets what is wrong.</param>
    /// <param name="track">Is told the full path of a file before it is read.</param>
    /// <returns>An object with the path <c>Gateway</c>; null if the layer has nothing, or nothing good yet.</returns>
    public GatewayConfigNode? Load(GatewayErrors errors, Action<string> track)
    {
        if (File is not null)
            track(File);
        var found = new GatewayErrors();
        var node = Read(found);
        foreach (var error in found.Items)
        {
            errors.Add(HadContent && !error.IsWarning
                ? error with { Message = $"{error.Message}; the last good content stays in use" }
                : error);
        }

        if (!found.HasErrors)
            _lastGood = node;

        // At the first reading the errors stop the start; the rest is worth checking, so that all errors come at once.
        else if (_isKnown)
            node = _lastGood;
        _isKnown = true;
        return node;
    }

    IReadOnlyList<ConfigLayer> IConfigSource.Layers() => [this];

    /// <summary>Reads the content as it is now, or adds errors.</summary>
    protected abstract GatewayConfigNode? Read(GatewayErrors errors);
}
