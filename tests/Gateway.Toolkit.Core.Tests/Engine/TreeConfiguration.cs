namespace Gateway.Toolkit.Core.Tests.Engine;

/// <summary>A configuration that a test puts in place as a tree.</summary>
internal sealed class TreeConfiguration(GatewayConfigNode root) : IGatewayConfiguration
{
    public event Action? Changed;

    public GatewayConfigNode Root { get; set; } = root;

    public void Watch()
    {
    }

    public GatewayConfigNode Load(GatewayErrors errors) => Root.AsRoot("Gateway");

    public void Raise() => Changed?.Invoke();
}
