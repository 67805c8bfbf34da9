namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>What the origin answers: a small JSON document of 147 bytes, so that a proxy's own work is what counts.</summary>
internal static class OriginAnswer
{
    // Plain enough to stand between single quotes in an nginx configuration: no quote, backslash or dollar sign.
    public const string Text =
        """{"id":"5f0c9a34","name":"Blue enamel mug","price":{"amount":"12.50","currency":"EUR"},"stock":42,"tags":["kitchen","camping"],"since":"2024-03-01"}""";

    public const string ContentType = "application/json";

    public static ReadOnlyMemory<byte> Body { get; } = System.Text.Encoding.ASCII.GetBytes(Text);
}
