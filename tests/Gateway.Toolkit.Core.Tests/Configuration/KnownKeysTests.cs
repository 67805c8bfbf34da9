namespace Gateway.Toolkit.Core.Tests.Configuration;

public class KnownKeysTests
{
    private static readonly string[] _routeKeys = ["Match", "Forward", "Respond", "Rewrite", "Use", "Enabled"];

    [Theory]
    [InlineData("Cach", ModuleLevels.Route, "unknown key; did you mean \"Cache\"?")]
    [InlineData("Forwrad", ModuleLevels.Route, "unknown key; did you mean \"Forward\"?")]
    [InlineData("Upstream", ModuleLevels.Root, "unknown key; did you mean \"Upstreams\"?")]
    [InlineData("Wieght", ModuleLevels.Destination, "unknown key; did you mean \"Weight\"?")]
    [InlineData("Zzzzzzzz", ModuleLevels.Route, "unknown key; allowed: Match, Forward, Respond, Rewrite, Use, Enabled")]
    [InlineData("Throttle", ModuleLevels.Route, "belongs to package Gateway.Toolkit.Throttling, which is not added; run \"dotnet add package Gateway.Toolkit.Throttling\" and call AddThrottling() after AddGateway()")]
    [InlineData("auth", ModuleLevels.Route, "belongs to package Gateway.Toolkit.Auth, which is not added; run \"dotnet add package Gateway.Toolkit.Auth\" and call AddAuth() after AddGateway()")]
    [InlineData("Redis", ModuleLevels.Root, "belongs to package Gateway.Toolkit.Redis, which is not added; run \"dotnet add package Gateway.Toolkit.Redis\" and call AddRedis() after AddGateway()")]
    [InlineData("Mirror", ModuleLevels.Route, "is not in this version of Gateway.Toolkit.Routing")]
    [InlineData("Drain", ModuleLevels.Root, "is not in this version of Gateway.Toolkit.Core")]
    [InlineData("Cache", ModuleLevels.Root, "stands on routes, not at the root; for all of them write it in \"Defaults:Route\"")]
    [InlineData("LoadBalancing", ModuleLevels.Root, "stands on upstreams, not at the root; for all of them write it in \"Defaults:Upstream\"")]
    [InlineData("Weight", ModuleLevels.Root, "stands on destinations, not at the root")]
    [InlineData("Timeout", ModuleLevels.Destination, "stands on routes and on upstreams, not on destinations")]
    [InlineData("Throttling", ModuleLevels.Route, "stands at the root, not on routes")]
    [InlineData("Clusters", ModuleLevels.Root, "is YARP's word; Gateway.Toolkit calls it \"Upstreams\"")]
    [InlineData("clusterId", ModuleLevels.Route, "is YARP's word; Gateway.Toolkit calls it \"Forward\"")]
    [InlineData("DownstreamPathTemplate", ModuleLevels.Route, "is Ocelot's word; Gateway.Toolkit calls it \"Rewrite\"")]
    [InlineData("Priority", ModuleLevels.Route, "is Ocelot's word; Gateway.Toolkit calls it \"Order\"")]
    public void Message_OfAKeyThatNoModuleOwns_SaysWhereItBelongs(string key, ModuleLevels level, string message) =>
        Assert.Equal(message, KnownKeys.Message(key, level, level == ModuleLevels.Route ? _routeKeys : []));

    [Fact]
    public void All_KeysOfOneLevel_AreThereOnce()
    {
        foreach (var level in (ModuleLevels[])[ModuleLevels.Root, ModuleLevels.Route, ModuleLevels.Upstream, ModuleLevels.Destination])
        {
            var names = KnownKeys.All.Where(key => key.Levels.HasFlag(level)).Select(key => key.Name).ToList();
            Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        }
    }
}
