namespace Gateway.Toolkit;

/// <summary>Anything that module keys can be set on by code. Builder extensions of packages end here.</summary>
public interface IModuleTarget
{
    /// <summary>Sets a key, as the configuration would; a later call for the same key replaces it.</summary>
    void Set(string key, GatewayConfigNode value);
}
