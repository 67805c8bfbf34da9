namespace Gateway.Toolkit.Routing;

/// <summary>Owns <c>Order</c>: which of two routes wins that fit a request equally well. Lower wins; 0 by default.</summary>
internal sealed class OrderModule() : GatewayModule<int>("Order", ModuleLevels.Route, GatewayValues.Int32, Stage.Match)
{
    protected override void Validate(int options, ModuleContext context, GatewayErrors errors)
    {
        if (context.Item is GatewayRoute { IsLocal: true })
            errors.Add(context.Node, "stands on routes only: a local endpoint wins over every route");
    }
}
