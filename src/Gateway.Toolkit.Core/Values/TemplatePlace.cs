namespace Gateway.Toolkit;

/// <summary>Where the text of a <see cref="GatewayTemplate"/> goes: it decides how values are escaped and which are refused.</summary>
public enum TemplatePlace
{
    /// <summary>Plain text: values stay as they are.</summary>
    Text,

    /// <summary>
    /// A path: each value is encoded and stays within its segment; the slashes of <c>{**name}</c> stay, and <c>{path}</c> is
    /// encoded already. Refused: control characters, dot segments, a path that does not begin with exactly one slash, and a
    /// value that is missing or empty, unless the route's path captured it.
    /// </summary>
    Path,

    /// <summary>A query: each value is encoded and stays within its parameter.</summary>
    Query,

    /// <summary>A field's value (RFC 9110, section 5.5). Refused: all but visible ASCII, spaces and tabs.</summary>
    Header,

    /// <summary>A host with or without a port. Refused: everything else.</summary>
    Host,
}
