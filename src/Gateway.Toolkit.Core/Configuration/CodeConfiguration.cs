namespace Gateway.Toolkit;

internal sealed class CodeConfiguration(GatewayConfigNode root) : IGatewayConfiguration
{
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public GatewayConfigNode Load(GatewayErrors errors) => root.AsRoot("Gateway");
}
