using System.Collections;
using System.Runtime.CompilerServices;

namespace Gateway.Toolkit;

/// <summary>An immutable list that is equal to another when its elements are, in order: what options hold lists in.</summary>
/// <typeparam name="T">The element type; it must compare by value.</typeparam>
[CollectionBuilder(typeof(GatewayList), nameof(GatewayList.Create))]
public sealed class GatewayList<T> : IReadOnlyList<T>, IEquatable<GatewayList<T>>
{
    private readonly T[] _items;

    internal GatewayList(T[] items) => _items = items;

    /// <summary>The empty list.</summary>
    public static GatewayList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>The elements without copying.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <inheritdoc/>
    public bool Equals(GatewayList<T>? other) =>
        other is not null && _items.AsSpan().SequenceEqual(other._items, EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GatewayList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _items);
}
