using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>
/// Names one value of a request: <c>client</c>, <c>header:NAME</c>, <c>query:NAME</c>, <c>cookie:NAME</c>, <c>claim:NAME</c>,
/// <c>route:NAME</c> and the other kinds of <see cref="GatewayValueKind"/>. Written the same wherever a value is named.
/// </summary>
public sealed class GatewayValueReference : IGatewayScalar<GatewayValueReference>, IEquatable<GatewayValueReference>
{
    // Two kinds have a name and a fact without one each: "client" and "client:port".
    private static readonly (string Text, GatewayValueKind Kind)[] _facts =
    [
        ("client", GatewayValueKind.Client), ("client:port", GatewayValueKind.ClientPort),
        ("server", GatewayValueKind.Server), ("server:port", GatewayValueKind.ServerPort),
        ("scheme", GatewayValueKind.Scheme), ("host", GatewayValueKind.Host), ("authority", GatewayValueKind.Authority),
        ("method", GatewayValueKind.Method), ("path", GatewayValueKind.Path), ("protocol", GatewayValueKind.Protocol),
        ("traceid", GatewayValueKind.TraceId),
    ];

    private static readonly (string Text, GatewayValueKind Kind)[] _named =
    [
        ("header", GatewayValueKind.Header), ("query", GatewayValueKind.Query), ("cookie", GatewayValueKind.Cookie),
        ("claim", GatewayValueKind.Claim), ("route", GatewayValueKind.Route), ("part", GatewayValueKind.Part),
    ];

    internal GatewayValueReference(GatewayValueKind kind, string name = "", string pointer = "")
    {
        Kind = kind;
        Name = name;
        Pointer = pointer;
    }

    /// <inheritdoc/>
    public static string Expected =>
        "a value such as \"client\", \"header:NAME\", \"query:NAME\", \"cookie:NAME\", \"claim:NAME\" or \"route:NAME\"";

    /// <summary>What it names.</summary>
    public GatewayValueKind Kind { get; }

    /// <summary>The name of the header field, parameter, cookie, claim, route value or part; empty for the other kinds.</summary>
    public string Name { get; }

    /// <summary>The JSON Pointer (RFC 6901) into a part; empty for the whole part and for the other kinds.</summary>
    public string Pointer { get; }

    /// <summary>Whether clients that ask for the same URL can differ in it: their address, header fields, cookies and claims.</summary>
    public bool IsPerClient => Kind is GatewayValueKind.Client or GatewayValueKind.ClientPort
        or GatewayValueKind.Header or GatewayValueKind.Cookie or GatewayValueKind.Claim;

    /// <summary>Reads a reference.</summary>
    /// <exception cref="FormatException">The text is no reference; the message says why.</exception>
    public static GatewayValueReference Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error ?? $"\"{text}\" is not {Expected}");

    /// <inheritdoc/>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out GatewayValueReference value, out string? error)
    {
        error = null;
        value = Fact(text);
        if (value is not null)
            return true;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var word = colon < 0 ? text : text[..colon];
        foreach (var (known, kind) in _named)
        {
            if (!known.Equals(word, StringComparison.OrdinalIgnoreCase))
                continue;
            value = colon < 0 ? null : Named(kind, text[(colon + 1)..]);
            error = value is null ? WrongName(known, text) : null;
            return value is not null;
        }

        error = $"\"{word}\" is no kind of value" + (NameSuggestions.Nearest(word, Known()) is { } nearest
            ? $"; did you mean \"{nearest}\"?"
            : $"; expected {Expected}");
        return false;
    }

    /// <summary>The value's text from its source.</summary>
    /// <returns>All values, empty if the request has none.</returns>
    public StringValues Resolve<TSource>(in TSource source)
        where TSource : IValueSource => Kind switch
        {
            GatewayValueKind.Client => RequestValues.Text(source.ClientAddress),
            GatewayValueKind.ClientPort => Port(source.ClientPort),
            GatewayValueKind.Server => RequestValues.Text(source.ServerAddress),
            GatewayValueKind.ServerPort => Port(source.ServerPort),
            GatewayValueKind.Scheme => source.Scheme,
            GatewayValueKind.Host => RequestValues.HostOf(source.Authority),
            GatewayValueKind.Authority => source.Authority,
            GatewayValueKind.Method => source.Method,
            GatewayValueKind.Path => source.Path,
            GatewayValueKind.Protocol => source.Protocol,
            GatewayValueKind.TraceId => source.TraceId,
            GatewayValueKind.Header => source.Header(Name),
            GatewayValueKind.Query => source.Query(Name),
            GatewayValueKind.Cookie => source.Cookie(Name),
            GatewayValueKind.Claim => source.Claim(Name),
            GatewayValueKind.Route => source.Route(Name),
            _ => source.Part(Name, Pointer),
        };

    /// <summary>Adds an error where the value of a part is named outside of <c>Aggregate</c>.</summary>
    /// <param name="place">The node that has the reference.</param>
    /// <param name="errors">Gets the error.</param>
    public void Check(GatewayConfigNode place, GatewayErrors errors)
    {
        if (Kind == GatewayValueKind.Part)
            errors.Add(place, $"\"{ToText()}\" has a value only inside Aggregate");
    }

    /// <inheritdoc/>
    public string ToText()
    {
        foreach (var (text, kind) in _facts)
        {
            if (kind == Kind)
                return text;
        }

        foreach (var (text, kind) in _named)
        {
            if (kind == Kind)
                return Pointer.Length == 0 ? $"{text}:{Name}" : $"{text}:{Name}#{Pointer}";
        }

        return "";
    }

    /// <inheritdoc/>
    public override string ToString() => ToText();

    /// <inheritdoc/>
    public bool Equals(GatewayValueReference? other) => other is not null && Kind == other.Kind && Pointer == other.Pointer
        && Name.Equals(other.Name, NamesInAnyCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GatewayValueReference);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Kind, Pointer, NamesInAnyCase ? Name.GetHashCode(StringComparison.OrdinalIgnoreCase) : Name.GetHashCode(StringComparison.Ordinal));

    internal static GatewayValueReference? Fact(string text)
    {
        foreach (var (known, kind) in _facts)
        {
            if (known.Equals(text, StringComparison.OrdinalIgnoreCase))
                return new(kind);
        }

        return null;
    }

    /// <summary>A part's name and pointer, <c>orders#/0/sku</c> or, as templates write it, <c>orders/0/sku</c>.</summary>
    internal static GatewayValueReference? Part(string text)
    {
        var end = text.AsSpan().IndexOfAny('#', '/');
        var name = end < 0 ? text : text[..end];
        if (name.Length == 0)
            return null;
        var pointer = end < 0 ? "" : text[end..].TrimStart('#');
        return new(GatewayValueKind.Part, name, pointer.Length == 0 || pointer[0] == '/' ? pointer : "/" + pointer);
    }

    private bool NamesInAnyCase => Kind is GatewayValueKind.Header or GatewayValueKind.Query or GatewayValueKind.Route;

    private static GatewayValueReference? Named(GatewayValueKind kind, string name) => kind switch
    {
        _ when name.Length == 0 || name.AsSpan().ContainsAnyInRange('\0', ' ') => null,
        GatewayValueKind.Part => Part(name),
        GatewayValueKind.Header or GatewayValueKind.Cookie when !HttpText.IsToken(name) => null,
        _ => new(kind, name),
    };

    private static string WrongName(string kind, string text) => kind switch
    {
        "part" => $"\"{text}\" names no part; write \"part:NAME#/json/pointer\"",
        _ when text.Length <= kind.Length + 1 => $"\"{text}\" has no name; write \"{kind}:NAME\"",
        _ => $"\"{text[(kind.Length + 1)..]}\" can't be the name of a {kind}",
    };

    private static IEnumerable<string> Known() => _facts.Select(fact => fact.Text).Concat(_named.Select(named => named.Text));

    private static StringValues Port(int port) => port == 0 ? StringValues.Empty : port.ToString(CultureInfo.InvariantCulture);
}
