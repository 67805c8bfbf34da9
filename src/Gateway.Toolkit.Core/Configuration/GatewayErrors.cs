namespace Gateway.Toolkit;

/// <summary>Collects everything that is wrong with a configuration, so that all of it is reported at once.</summary>
public sealed class GatewayErrors
{
    private readonly List<GatewayConfigError> _items = [];

    /// <summary>What was found so far, in the order of finding.</summary>
    public IReadOnlyList<GatewayConfigError> Items => _items;

    /// <summary>Whether anything was found that makes the configuration unusable.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds an error at a node.</summary>
    /// <param name="node">The value that is wrong.</param>
    /// <param name="message">What is wrong, what is allowed, and what to write instead; no final full stop.</param>
    public void Add(GatewayConfigNode node, string message) => Add(new(node.Path, node.Origin, Safe(node, message)));

    /// <summary>Adds an error about a key of a node that is missing or stands for the whole.</summary>
    /// <param name="node">The object.</param>
    /// <param name="key">The key within it.</param>
    /// <param name="message">What is wrong, what is allowed, and what to write instead; no final full stop.</param>
    public void Add(GatewayConfigNode node, string key, string message) => Add(new($"{node.Path}:{key}", node.Origin, message));

    /// <summary>Adds a warning at a node: usable, but probably not meant.</summary>
    public void Warn(GatewayConfigNode node, string message) =>
        Add(new(node.Path, node.Origin, Safe(node, message), IsWarning: true));

    /// <summary>Adds an error or warning.</summary>
    public void Add(GatewayConfigError error)
    {
        if (_items.Contains(error))
            return;
        _items.Add(error);
        HasErrors |= !error.IsWarning;
    }

    // What stands behind a reference may be a secret, and messages quote what they complain about. Of a reference that could
    // not be resolved there is nothing else to say.
    private static string Safe(GatewayConfigNode node, string message)
    {
        if (node.Problem is not null)
            return node.Problem;
        if (node is not { Reference: { } reference, Text: { Length: > 0 } text })
            return message;
        var parts = message.Replace($"\"{text}\"", $"\"{reference}\"", StringComparison.OrdinalIgnoreCase).Split('"');
        for (var i = 1; i < parts.Length; i += 2)
        {
            if (parts[i].Length > 0 && parts[i] != reference && Overlap(parts[i], text))
                parts[i] = reference;
        }

        return string.Join('"', parts);

        static bool Overlap(string x, string y) =>
            x.Contains(y, StringComparison.OrdinalIgnoreCase) || y.Contains(x, StringComparison.OrdinalIgnoreCase);
    }
}
