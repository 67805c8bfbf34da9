namespace Gateway.Toolkit;

/// <summary>Where in the configuration a module's key may stand.</summary>
[Flags]
public enum ModuleLevels
{
    /// <summary>Nowhere: the module is never configured.</summary>
    None = 0,

    /// <summary>At the root of the <c>Gateway</c> section: <c>Gateway:KEY</c>.</summary>
    Root = 1,

    /// <summary>On routes, policies, <c>Defaults:Route</c> and local endpoints.</summary>
    Route = 2,

    /// <summary>On upstreams and <c>Defaults:Upstream</c>.</summary>
    Upstream = 4,

    /// <summary>On the destinations of an upstream.</summary>
    Destination = 8,
}
