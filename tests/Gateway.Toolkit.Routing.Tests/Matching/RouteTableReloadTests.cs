using System.Collections.Frozen;

namespace Gateway.Toolkit.Routing.Tests.Matching;

public class RouteTableReloadTests
{
    [Fact]
    public void Build_RouteUnchanged_KeepsItsEntry()
    {
        var kept = Tables.Route("a", new() { Path = "/x" });
        var previous = Tables.Snapshot(kept, Tables.Route("b", new() { Path = "/y" }));
        var before = Build(previous, null);
        previous.Complete(new Dictionary<Type, object> { [typeof(RouteTable)] = before }.ToFrozenDictionary(), new StateStore(null));
        var changed = Tables.Route("b", new() { Path = "/z" });

        var after = Build(Tables.Snapshot(kept, changed), previous);

        Assert.NotNull(before.Find(kept));
        Assert.Same(before.Find(kept), after.Find(kept));
        Assert.Equal(["a", "-", "b"], new[] { "GET /x", "GET /y", "GET /z" }.Select(after.Ask));
    }

    private static RouteTable Build(GatewaySnapshot candidate, GatewaySnapshot? previous) =>
        (RouteTable)Tables.Part.Build(candidate, previous, new());
}
