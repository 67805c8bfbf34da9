using System.Globalization;

namespace Gateway.Toolkit;

/// <summary>Builds nodes from flat keys with text values: what every provider but a JSON file knows.</summary>
/// <param name="section">The path of the gateway's section among the keys.</param>
/// <param name="childKeys">The names below a path; repetitions are fine.</param>
/// <param name="value">The value at a path; null if there is none.</param>
/// <param name="source">What origins say of the value at a path.</param>
internal sealed class TextTree(
    string section, Func<string, IEnumerable<string>> childKeys, Func<string, string?> value, Func<string, string> source)
{
    /// <summary>Reads all values of the section.</summary>
    /// <returns>An object with the path <c>Gateway</c>; null if there are no values.</returns>
    public GatewayConfigNode? Read(GatewayErrors errors)
    {
        // A value at the section's own path, such as an environment variable GATEWAY, is somebody else's.
        var names = Names(section);
        return names.Count == 0 ? null : Object(section, names, errors).AsRoot("Gateway");
    }

    private List<string> Names(string path) => [.. childKeys(path).Distinct(StringComparer.OrdinalIgnoreCase)];

    private GatewayConfigNode Node(string path, GatewayErrors errors)
    {
        var names = Names(path);
        var text = value(path);
        if (names.Count == 0)
        {
            // These sources write {} and null alike; taking one for the other could take a route's Auth away.
            if (text is null)
                Fail(path, "has no value: this source can't tell {} from null; give a value such as \"true\", or use a JSON file", errors);
            return GatewayConfigNode.String(text ?? "", new(source(path)), textOnly: true);
        }

        if (!string.IsNullOrEmpty(text))
            Fail(path, "is set as one value and as an object, by the same source; remove one", errors);
        return Enumerable.Range(0, names.Count).All(index => names.Contains(Index(index)))
            ? GatewayConfigNode.Array(names.Select((_, index) => Node($"{path}:{Index(index)}", errors)), new(source(path)))
            : Object(path, names, errors);
    }

    private GatewayConfigNode Object(string path, List<string> names, GatewayErrors errors) => GatewayConfigNode.Object(
        names.Select(name => KeyValuePair.Create(name, Node($"{path}:{name}", errors))), new(source(path)));

    private static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

    private void Fail(string path, string message, GatewayErrors errors) =>
        errors.Add(new("Gateway" + path[section.Length..], new(source(path)), message));
}
