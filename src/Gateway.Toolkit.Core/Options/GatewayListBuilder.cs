namespace Gateway.Toolkit;

/// <summary>Makes <see cref="GatewayList{T}"/>; collection expressions use it.</summary>
public static class GatewayList
{
    /// <summary>Makes a list of the given elements.</summary>
    public static GatewayList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? GatewayList<T>.Empty : new(items.ToArray());
}
