namespace Gateway.Toolkit;

/// <summary>
/// Something built from a whole snapshot before it goes live, and swapped in with it: the routing table, for one. Registered
/// as a service; the built part is found by <see cref="GatewaySnapshot.Part{T}"/> under <see cref="PartType"/>.
/// </summary>
public interface ISnapshotPart
{
    /// <summary>The type of what <see cref="Build"/> makes.</summary>
    Type PartType { get; }

    /// <summary>
    /// Checks a candidate and builds its part, off the request path. Errors name the items they are about by their nodes, so
    /// that only those are held back.
    /// </summary>
    /// <param name="candidate">The candidate; its chains are not built yet.</param>
    /// <param name="previous">The snapshot in use; null at the start.</param>
    /// <param name="errors">What is wrong.</param>
    /// <returns>The part; not used if errors were added.</returns>
    object Build(GatewaySnapshot candidate, GatewaySnapshot? previous, GatewayErrors errors);
}
