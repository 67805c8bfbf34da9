namespace Gateway.Toolkit.Routing;

/// <summary>Answers with a fixed response: a text, a JSON value, or a file.</summary>
[GatewayOptions(ShortForm = nameof(Body))]
public sealed partial record RespondOptions
{
    /// <summary>The status.</summary>
    [GatewayKey(Min = "200", Max = "599")]
    public int Status { get; init; } = 200;

    /// <summary>The response's header fields; one without a value for it is left out.</summary>
    public GatewayMap<GatewayTemplate> Headers { get; init; } = [];

    /// <summary>The body as a text, as it stands; not beside <c>Json</c> or <c>File</c>.</summary>
    public string? Body { get; init; }

    /// <summary>The body as any JSON value; not beside <c>Body</c> or <c>File</c>.</summary>
    [GatewayKey(Whole = true)]
    public GatewayConfigNode? Json { get; init; }

    /// <summary>
    /// A file with the body, relative to the file that says so, or to the content root; not beside <c>Body</c> or <c>Json</c>.
    /// A changed file is served at once.
    /// </summary>
    public string? File { get; init; }

    /// <summary>
    /// The media type of the body; by default <c>text/plain; charset=utf-8</c> for <c>Body</c>, <c>application/json</c> for
    /// <c>Json</c>, and what the name's ending says for <c>File</c>.
    /// </summary>
    public string? ContentType { get; init; }
}
