namespace Gateway.Toolkit;

/// <summary>Keys set by code, in the order of their first setting.</summary>
public abstract class ModuleSet : IModuleTarget
{
    private readonly List<KeyValuePair<string, GatewayConfigNode>> _members = [];

    private protected ModuleSet()
    {
    }

    /// <inheritdoc/>
    public void Set(string key, GatewayConfigNode value)
    {
        var index = _members.FindIndex(member => member.Key == key);
        if (index < 0)
            _members.Add(new(key, value));
        else
            _members[index] = new(key, value);
    }

    /// <summary>What a key was set to; null if it was not.</summary>
    public GatewayConfigNode? Find(string key) => _members.Find(member => member.Key == key).Value;

    internal GatewayConfigNode ToNode() => GatewayConfigNode.Object(_members);
}
