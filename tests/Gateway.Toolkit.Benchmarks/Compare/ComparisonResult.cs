namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>All that a comparison measured.</summary>
internal sealed record ComparisonResult(CompareOptions Options, string Origin, IReadOnlyList<ProxyResult> Proxies)
{
    /// <summary>Those that the others are compared to, as far as they took part.</summary>
    public IEnumerable<ProxyResult> References => Proxies.Where(proxy => proxy.Name is "yarp" or "nginx");

    public bool HasErrors => Proxies.Any(proxy => proxy.Rounds.Any(round => round.Errors > 0));
}
