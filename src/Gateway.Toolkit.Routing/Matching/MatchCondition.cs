namespace Gateway.Toolkit.Routing;

/// <summary>
/// What a header field or query parameter has to be. One value of it must meet every key that is set; of several texts in one key,
/// any will do. A text or a list of texts alone is <see cref="Exact"/>; <c>true</c> asks that the name be there, <c>false</c> that
/// it be not.
/// </summary>
[GatewayOptions]
public sealed partial record MatchCondition : IGatewayShortForm<MatchCondition>
{
    /// <summary>The value is one of these.</summary>
    public GatewayList<GatewayText> Exact { get; init; } = [];

    /// <summary>The value begins with one of these.</summary>
    public GatewayList<GatewayText> Prefix { get; init; } = [];

    /// <summary>The value ends with one of these.</summary>
    public GatewayList<GatewayText> Suffix { get; init; } = [];

    /// <summary>The value holds one of these.</summary>
    public GatewayList<GatewayText> Contains { get; init; } = [];

    /// <summary>
    /// One of these regular expressions matches within the value. They run without backtracking, in time linear to the value, so
    /// look-around and back-references are not allowed.
    /// </summary>
    public GatewayList<GatewayText> Regex { get; init; } = [];

    /// <summary>
    /// Whether the name must be there, even if empty (true), or must not (false). A condition that says nothing else asks that it be.
    /// </summary>
    public bool? Exists { get; init; }

    /// <summary>A condition that must not hold. It does not hold when the name is not there at all.</summary>
    public MatchCondition? Not { get; init; }

    /// <summary>Conditions that must all hold, be it by different values.</summary>
    public GatewayList<MatchCondition> All { get; init; } = [];

    /// <summary>Whether case makes no difference, in this condition and in those within it.</summary>
    /// <value>False by default.</value>
    public bool IgnoreCase { get; init; }

    /// <summary>Asks for exactly this text.</summary>
    public static implicit operator MatchCondition(string text) => new() { Exact = [text] };

    static string IGatewayShortForm<MatchCondition>.ShortForm => "a text, a list of texts, true or false";

    static MatchCondition? IGatewayShortForm<MatchCondition>.FromShortForm(GatewayConfigNode node, GatewayErrors errors)
    {
        if (node.Text == "false" && (node.Kind == GatewayConfigKind.Boolean || node.IsTextOnly))
            return new() { Exists = false };
        return GatewayValues.List(GatewayValues.Scalar<GatewayText>()).TryRead(node, errors, out var exact) ? new() { Exact = exact } : null;
    }
}
