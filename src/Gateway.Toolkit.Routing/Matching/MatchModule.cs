namespace Gateway.Toolkit.Routing;

/// <summary>Owns <c>Match</c>. The routing table reads the options and checks them; the chains never see them.</summary>
internal sealed class MatchModule() : GatewayModule<MatchOptions>("Match", ModuleLevels.Route, GatewayValues.Options<MatchOptions>(), Stage.Match)
{
    protected override void Validate(MatchOptions options, ModuleContext context, GatewayErrors errors)
    {
        if (context.Item is GatewayRoute { IsLocal: true })
            errors.Add(context.Node, "stands on routes only: a local endpoint matches by its own pattern");
        else if (options == new MatchOptions())
            errors.Warn(context.Node, "matches every request; write \"/{**path}\" if that is meant");
    }
}
