namespace Gateway.Toolkit.Routing;

/// <summary>A route at one end of the path tree under one of its hosts.</summary>
/// <param name="Entry">The route.</param>
/// <param name="Host">The host.</param>
/// <param name="Index">The route's place in written order, which decides when nothing else does.</param>
internal sealed record RouteCandidate(RouteEntry Entry, HostPattern Host, int Index)
{
    /// <summary>Compares two routes of equally specific paths that both fit a request: below zero if this one wins.</summary>
    public int CompareTo(RouteCandidate other, string method, bool likeGet)
    {
        var result = other.Entry.Template.Detail.CompareTo(Entry.Template.Detail);
        if (result == 0)
            result = Host.Rank.CompareTo(other.Host.Rank);
        if (result == 0)
            result = Entry.MethodRank(method, likeGet).CompareTo(other.Entry.MethodRank(method, likeGet));
        if (result == 0)
            result = other.Entry.ConditionCount.CompareTo(Entry.ConditionCount);
        if (result == 0)
            result = Entry.Order.CompareTo(other.Entry.Order);
        return result == 0 ? Index.CompareTo(other.Index) : result;
    }
}
