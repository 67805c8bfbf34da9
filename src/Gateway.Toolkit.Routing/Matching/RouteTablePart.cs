using Microsoft.AspNetCore.Routing;

namespace Gateway.Toolkit.Routing;

/// <summary>Builds the routing table of a snapshot before it goes live.</summary>
internal sealed class RouteTablePart(ParameterPolicyFactory policies) : ISnapshotPart
{
    private readonly PathTemplateParser _parser = new(policies);

    public Type PartType => typeof(RouteTable);

    public object Build(GatewaySnapshot candidate, GatewaySnapshot? previous, GatewayErrors errors)
    {
        var compiler = new RouteCompiler(_parser, errors);
        var earlier = previous?.Part<RouteTable>();
        var entries = new List<RouteEntry>(candidate.Routes.Count);
        foreach (var route in candidate.Routes.Values)
        {
            if ((earlier?.Find(route) ?? compiler.Compile(route)) is { } entry)
                entries.Add(entry);
        }

        new AmbiguousRoutes(previous, errors).Check(entries);
        return new RouteTable(entries);
    }
}
