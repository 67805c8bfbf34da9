namespace Gateway.Toolkit;

/// <summary>Makes <see cref="GatewayMap{T}"/>; collection expressions of <c>new("name", value)</c> use it.</summary>
public static class GatewayMap
{
    /// <summary>Makes a map of the given members.</summary>
    /// <exception cref="ArgumentException">A name is given twice.</exception>
    public static GatewayMap<T> Create<T>(ReadOnlySpan<KeyValuePair<string, T>> items) =>
        items.IsEmpty ? GatewayMap<T>.Empty : new(items.ToArray());
}
