namespace Gateway.Toolkit.Routing;

/// <summary>What other versions than the one asked for may be used, where TLS lets the two sides agree.</summary>
public enum UpstreamVersionPolicy
{
    /// <summary>Exactly the version asked for.</summary>
    Exact,

    /// <summary>That version or a lower one.</summary>
    OrLower,

    /// <summary>That version or a higher one.</summary>
    OrHigher,
}
