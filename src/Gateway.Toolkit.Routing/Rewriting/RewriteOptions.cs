namespace Gateway.Toolkit.Routing;

/// <summary>
/// Changes a request before it is dispatched, and its response on the way back. All values in templates are those of the
/// request as it came to this module.
/// </summary>
[GatewayOptions(ShortForm = nameof(Path))]
public sealed partial record RewriteOptions
{
    /// <summary>The whole new path, such as <c>/v2/{id}</c> or <c>/files/{**rest}</c>; not beside the other keys for the path.</summary>
    public GatewayTemplate? Path { get; init; }

    /// <summary>
    /// The beginning of the path to take away, such as <c>/api</c>: whole segments, in any case. A path without it stays as it is.
    /// </summary>
    public string? RemovePrefix { get; init; }

    /// <summary>Replaces what a regular expression finds in the path; after <c>RemovePrefix</c>, before <c>AddPrefix</c>.</summary>
    public RewritePathRegexOptions? PathRegex { get; init; }

    /// <summary>What to put before the path, such as <c>/v1</c> or <c>/tenants/{claim:tenant}</c>.</summary>
    public GatewayTemplate? AddPrefix { get; init; }

    /// <summary>Changes to the query. Parameters that are not named here stay as they came.</summary>
    public RewriteQueryOptions Query { get; init; } = new();

    /// <summary>The method to send instead of the client's, such as <c>POST</c>.</summary>
    public string? Method { get; init; }

    /// <summary>The <c>Host</c> to send, with or without a port; by default that of the destination.</summary>
    public GatewayTemplate? Host { get; init; }

    /// <summary>Changes to the request's header fields.</summary>
    public RewriteRequestHeadersOptions RequestHeaders { get; init; } = new();

    /// <summary>Changes to the response's header fields.</summary>
    public RewriteResponseHeadersOptions ResponseHeaders { get; init; } = new();
}
