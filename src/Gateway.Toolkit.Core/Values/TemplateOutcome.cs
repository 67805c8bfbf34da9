namespace Gateway.Toolkit;

/// <summary>What came of filling in a <see cref="GatewayTemplate"/>.</summary>
public enum TemplateOutcome
{
    /// <summary>The text is complete.</summary>
    Complete,

    /// <summary>The text is sound, but the request does not have all of its values: they count as empty.</summary>
    Missing,

    /// <summary>There is no text: a value may not stand in its place.</summary>
    Refused,
}
