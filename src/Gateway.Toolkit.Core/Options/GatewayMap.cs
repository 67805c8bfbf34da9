using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Gateway.Toolkit;

/// <summary>
/// An immutable map from names to values in written order, equal to another when names, values and order are: what options
/// hold maps in. Names are looked up in their exact case first, then in any case.
/// </summary>
/// <typeparam name="T">The value type; it must compare by value.</typeparam>
[CollectionBuilder(typeof(GatewayMap), nameof(GatewayMap.Create))]
public sealed class GatewayMap<T> : IReadOnlyDictionary<string, T>, IEquatable<GatewayMap<T>>
{
    private readonly KeyValuePair<string, T>[] _items;

    /// <summary>Makes a map of the given members.</summary>
    /// <exception cref="ArgumentException">A name is given twice.</exception>
    public GatewayMap(IEnumerable<KeyValuePair<string, T>> items)
    {
        _items = [.. items];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, _) in _items)
        {
            if (!names.Add(name))
                throw new ArgumentException($"\"{name}\" is given twice", nameof(items));
        }
    }

    /// <summary>The empty map.</summary>
    public static GatewayMap<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _items.Select(item => item.Key);

    /// <inheritdoc/>
    public IEnumerable<T> Values => _items.Select(item => item.Value);

    /// <inheritdoc/>
    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"No \"{key}\" in the map");

    /// <summary>The members in written order, without copying.</summary>
    public ReadOnlySpan<KeyValuePair<string, T>> AsSpan() => _items;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        foreach (var comparison in (ReadOnlySpan<StringComparison>)[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            foreach (var item in _items)
            {
                if (item.Key.Equals(key, comparison))
                {
                    value = item.Value;
                    return true;
                }
            }
        }

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(GatewayMap<T>? other)
    {
        if (other is null || _items.Length != other._items.Length)
            return false;
        for (var i = 0; i < _items.Length; i++)
        {
            if (_items[i].Key != other._items[i].Key || !EqualityComparer<T>.Default.Equals(_items[i].Value, other._items[i].Value))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GatewayMap<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in _items)
        {
            hash.Add(name);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _items.Select(item => $"{item.Key} = {item.Value}"));
}
