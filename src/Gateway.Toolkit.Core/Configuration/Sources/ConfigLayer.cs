namespace Gateway.Toolkit;

/// <summary>
/// One layer of the configuration. It keeps its last good content: a layer that can't be read any more, or is gone, must
/// not take back what it said, such as the <c>Auth</c> of a route that another layer defines.
/// </summary>
internal abstract class ConfigLayer : IConfigSource
{
    private GatewayConfigNode? _lastGood;

    /// <summary>What the layer is called in messages.</summary>
    public abstract string Name { get; }

    /// <summary>Whether names are the same in any case and values are text only, as in environment variables.</summary>
    public virtual bool IsTextOnly => false;

    /// <summary>The full path of the file to watch; null if there is none.</summary>
    public virtual string? File => null;

    /// <summary>Whether the layer had content in an earlier reading.</summary>
    protected bool HadContent => _lastGood is not null;

    /// <summary>Reads the content.</summary>
    /// <returns>An object with the path <c>Gateway</c>; null if the layer has nothing, or nothing good yet.</returns>
    public GatewayConfigNode? Load(ConfigLoad load)
    {
        if (File is not null)
            load.Track(File);
        var errors = new GatewayErrors();
        var node = Read(errors);
        foreach (var error in errors.Items)
        {
            if (HadContent && !error.IsWarning)
                load.AddStale(error);
            else
                load.Errors.Add(error);
        }

        if (!errors.HasErrors)
            _lastGood = node;
        return _lastGood ?? node;
    }

    IReadOnlyList<ConfigLayer> IConfigSource.Layers() => [this];

    /// <summary>Reads the content as it is now, or adds errors.</summary>
    protected abstract GatewayConfigNode? Read(GatewayErrors errors);
}
