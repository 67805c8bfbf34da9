namespace Gateway.Toolkit;

/// <summary>The sources of the configuration, laid on top of each other.</summary>
internal interface IGatewayConfiguration
{
    /// <summary>May be raised on any thread, after a source has changed.</summary>
    event Action? Changed;

    /// <summary>Begins to raise <see cref="Changed"/>.</summary>
    void Watch();

    /// <summary>Reads all sources into one tree. A source that broke or vanished gives its last good content and an error.</summary>
    GatewayConfigNode Load(GatewayErrors errors);
}
