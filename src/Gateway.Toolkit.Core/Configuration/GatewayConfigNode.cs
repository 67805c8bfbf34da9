using System.Diagnostics.CodeAnalysis;

namespace Gateway.Toolkit;

/// <summary>
/// One value of the configuration: an immutable tree that keeps each value's kind, the written order and case of keys,
/// and where every value came from. Two nodes are equal when their content is, wherever they were written.
/// </summary>
public sealed class GatewayConfigNode : IEquatable<GatewayConfigNode>
{
    private GatewayConfigNode? _parent;
    private string? _name;
    private int _hash; // 0: not known yet; nodes are read by many threads

    private GatewayConfigNode(GatewayConfigKind kind, GatewayConfigOrigin origin)
    {
        Kind = kind;
        Origin = origin;
    }

    /// <summary>What the value is.</summary>
    public GatewayConfigKind Kind { get; }

    /// <summary>Where the value was written.</summary>
    public GatewayConfigOrigin Origin { get; }

    /// <summary>The text of a string or number, or <c>true</c>/<c>false</c>; null for the other kinds.</summary>
    public string? Text { get; private init; }

    /// <summary>
    /// Whether the source knows text only (an environment variable, a key vault), so that <c>"5"</c> may stand for 5 and
    /// <c>"true"</c> for true.
    /// </summary>
    public bool IsTextOnly { get; private init; }

    /// <summary>The reference (<c>file:…</c>, <c>env:…</c>, <c>config:…</c>) that gave this value; null if none did.</summary>
    public string? Reference { get; private init; }

    /// <summary>Why the reference that stands here could not be resolved; null if nothing is wrong.</summary>
    internal string? Problem { get; private init; }

    /// <summary>What messages show of the value: the reference that gave it rather than what may be a secret.</summary>
    internal string? Shown => Reference ?? Text;

    /// <summary>The instance that code gave; null for the other kinds.</summary>
    public object? Value { get; private init; }

    /// <summary>The elements of a list, in order; empty for the other kinds.</summary>
    public IReadOnlyList<GatewayConfigNode> Items { get; private init; } = [];

    /// <summary>The members of an object in written order; empty for the other kinds.</summary>
    public IReadOnlyList<KeyValuePair<string, GatewayConfigNode>> Members { get; private init; } = [];

    /// <summary>Where the value stands, such as <c>Gateway:Routes:orders:Cache:Ttl</c>.</summary>
    public string Path => _parent is null ? _name ?? "" : _parent.Path is { Length: > 0 } path ? $"{path}:{_name}" : _name ?? "";

    /// <summary>The last part of <see cref="Path"/>: the key or the index.</summary>
    public string Name => _name ?? "";

    /// <summary>Whether the value is a string, number or boolean.</summary>
    public bool IsScalar => Kind is GatewayConfigKind.String or GatewayConfigKind.Number or GatewayConfigKind.Boolean;

    /// <summary>Makes a <c>null</c>.</summary>
    public static GatewayConfigNode Null(GatewayConfigOrigin? origin = null) =>
        new(GatewayConfigKind.Null, origin ?? GatewayConfigOrigin.Code);

    /// <summary>Makes a boolean.</summary>
    public static GatewayConfigNode Boolean(bool value, GatewayConfigOrigin? origin = null) =>
        new(GatewayConfigKind.Boolean, origin ?? GatewayConfigOrigin.Code) { Text = value ? "true" : "false" };

    /// <summary>Makes a number from its text, as JSON writes numbers.</summary>
    public static GatewayConfigNode Number(string text, GatewayConfigOrigin? origin = null) =>
        new(GatewayConfigKind.Number, origin ?? GatewayConfigOrigin.Code) { Text = text };

    /// <summary>Makes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Where it was written; code if omitted.</param>
    /// <param name="textOnly">Whether the source knows text only; see <see cref="IsTextOnly"/>.</param>
    /// <param name="reference">The reference that gave the text; see <see cref="Reference"/>.</param>
    public static GatewayConfigNode String(
        string text, GatewayConfigOrigin? origin = null, bool textOnly = false, string? reference = null) =>
        new(GatewayConfigKind.String, origin ?? GatewayConfigOrigin.Code)
        {
            Text = text,
            IsTextOnly = textOnly,
            Reference = reference,
        };

    /// <summary>Makes the text of a reference that could not be resolved: nothing may use it as a value.</summary>
    internal static GatewayConfigNode Unresolved(string text, GatewayConfigOrigin origin, string problem) =>
        new(GatewayConfigKind.String, origin) { Text = text, Problem = problem };

    /// <summary>Makes a value that only code can give.</summary>
    public static GatewayConfigNode FromCode(object value) =>
        new(GatewayConfigKind.Code, GatewayConfigOrigin.Code) { Value = value };

    /// <summary>Makes a list.</summary>
    public static GatewayConfigNode Array(IEnumerable<GatewayConfigNode> items, GatewayConfigOrigin? origin = null)
    {
        var node = new GatewayConfigNode(GatewayConfigKind.Array, origin ?? GatewayConfigOrigin.Code) { Items = [.. items] };
        for (var i = 0; i < node.Items.Count; i++)
            node.Items[i].Attach(node, i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return node;
    }

    /// <summary>Makes an object. Of members with equal names the last one counts.</summary>
    public static GatewayConfigNode Object(
        IEnumerable<KeyValuePair<string, GatewayConfigNode>> members, GatewayConfigOrigin? origin = null)
    {
        var unique = new OrderedDictionary<string, GatewayConfigNode>(StringComparer.Ordinal);
        foreach (var (name, member) in members)
            unique[name] = member;
        var node = new GatewayConfigNode(GatewayConfigKind.Object, origin ?? GatewayConfigOrigin.Code) { Members = [.. unique] };
        foreach (var (name, member) in node.Members)
            member.Attach(node, name);
        return node;
    }

    /// <summary>Finds a member by its name, in any case; the exact case is preferred.</summary>
    /// <returns>The member, or null if this is no object or has no such member.</returns>
    public GatewayConfigNode? Find(string name)
    {
        GatewayConfigNode? other = null;
        foreach (var (key, member) in Members)
        {
            if (key.Equals(name, StringComparison.Ordinal))
                return member;
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                other ??= member;
        }

        return other;
    }

    /// <summary>The member of that name, or this node itself: the place to name in an error about a member or a short form.</summary>
    public GatewayConfigNode At(string name) => Find(name) ?? this;

    /// <summary>Makes this node the root of a tree, so that every path below begins with that name.</summary>
    public GatewayConfigNode AsRoot(string name)
    {
        _name = name;
        _parent = null;
        return this;
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] GatewayConfigNode? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || Kind != other.Kind || GetHashCode() != other.GetHashCode())
            return false;
        if (Text != other.Text || Reference != other.Reference || !Equals(Value, other.Value)
            || Items.Count != other.Items.Count || Members.Count != other.Members.Count)
            return false;
        for (var i = 0; i < Items.Count; i++)
        {
            if (!Items[i].Equals(other.Items[i]))
                return false;
        }

        for (var i = 0; i < Members.Count; i++)
        {
            if (Members[i].Key != other.Members[i].Key || !Members[i].Value.Equals(other.Members[i].Value))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GatewayConfigNode);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash != 0)
            return _hash;
        var hash = new HashCode();
        hash.Add(Kind);
        hash.Add(Text);
        hash.Add(Value);
        foreach (var item in Items)
            hash.Add(item.GetHashCode());
        foreach (var (name, member) in Members)
        {
            hash.Add(name);
            hash.Add(member.GetHashCode());
        }

        return _hash = hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        GatewayConfigKind.Object => $"{Path}: object of {Members.Count}",
        GatewayConfigKind.Array => $"{Path}: list of {Items.Count}",
        _ => $"{Path}: {Kind}",
    };

    // A node knows the first place it was put; merging shares nodes between trees only at equal paths.
    private void Attach(GatewayConfigNode parent, string name)
    {
        if (_parent is not null)
            return;
        _parent = parent;
        _name = name;
    }
}
