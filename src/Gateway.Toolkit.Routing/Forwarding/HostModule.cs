namespace Gateway.Toolkit.Routing;

/// <summary>The key <c>Host</c> of a destination: the <c>Host</c> field that it gets. Read by the transport.</summary>
internal sealed class HostModule() : GatewayModule<string>("Host", ModuleLevels.Destination, GatewayValues.String)
{
    protected override void Validate(string options, ModuleContext context, GatewayErrors errors) =>
        HostName.Check(options, context.Node, errors);
}
