using System.Text;
using System.Text.Unicode;
using Microsoft.Extensions.Configuration;

namespace Gateway.Toolkit;

/// <summary>
/// Puts values in the place of <c>file:PATH</c>, <c>env:NAME</c> and <c>config:KEY</c>. A value that can't be had any more
/// stays at its last good text.
/// </summary>
/// <param name="app">The app's configuration: what <c>config:</c> means.</param>
/// <param name="contentRoot">The folder that relative paths of sources without a folder start from.</param>
internal sealed class ConfigReferences(IConfiguration app, string contentRoot)
{
    private Dictionary<string, string> _lastGood = [];

    /// <summary>Resolves all references of a tree; what has none stays the same node.</summary>
    public GatewayConfigNode Resolve(GatewayConfigNode root, ConfigLoad load)
    {
        var found = new Dictionary<string, string>();
        var resolved = Resolve(root, load, found);
        _lastGood = found;
        return resolved;
    }

    private GatewayConfigNode Resolve(GatewayConfigNode node, ConfigLoad load, Dictionary<string, string> found)
    {
        if (node.Kind == GatewayConfigKind.String)
            return node.Reference is null ? ResolveText(node, load, found) : node;
        if (node.Kind == GatewayConfigKind.Array)
        {
            var items = node.Items.Select(item => Resolve(item, load, found)).ToList();
            return items.SequenceEqual(node.Items, ReferenceEqualityComparer.Instance)
                ? node
                : GatewayConfigNode.Array(items, node.Origin);
        }

        if (node.Kind != GatewayConfigKind.Object)
            return node;
        var members = node.Members.Select(member => KeyValuePair.Create(
            member.Key, IsNote(member.Key) ? member.Value : Resolve(member.Value, load, found))).ToList();
        return members.Select(member => member.Value)
            .SequenceEqual(node.Members.Select(member => member.Value), ReferenceEqualityComparer.Instance)
                ? node
                : GatewayConfigNode.Object(members, node.Origin);
    }

    private GatewayConfigNode ResolveText(GatewayConfigNode node, ConfigLoad load, Dictionary<string, string> found)
    {
        var text = node.Text!;
        var colon = text.IndexOf(':');
        var kind = colon < 0 ? "" : text[..colon];
        if (kind is not ("file" or "env" or "config"))
            return node;
        var name = text[(colon + 1)..];
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal))
        {
            load.Errors.Add(node, $"\"{text}\" names nothing; a name must follow the colon");
            return node;
        }

        var key = kind == "file" ? "file:" + Path.GetFullPath(Path.Combine(node.Origin.BaseFolder ?? contentRoot, name)) : text;
        var (value, problem) = kind switch
        {
            "file" => ReadFile(text, key["file:".Length..], load),
            "env" => new Answer(Environment.GetEnvironmentVariable(name), $"\"{text}\": there is no environment variable \"{name}\""),
            _ => new(app[name], $"\"{text}\": the app's configuration has no value at \"{name}\""),
        };
        if (value is null && _lastGood.TryGetValue(key, out value))
            load.AddStale(new(node.Path, node.Origin, problem));
        if (value is null)
        {
            load.Errors.Add(node, problem);
            return node;
        }

        found[key] = value;
        return GatewayConfigNode.String(value, node.Origin, textOnly: true, reference: text);
    }

    private static Answer ReadFile(string reference, string path, ConfigLoad load)
    {
        if (reference.StartsWith("file://", StringComparison.Ordinal))
            return new(null, $"\"{reference}\" is a URI; write the path alone: \"file:{reference["file://".Length..]}\"");
        load.Track(path);
        byte[] content;
        try
        {
            content = FileContent.Read(path);
        }
        catch (Exception exception) when (FileContent.IsMissing(exception))
        {
            return new(null, $"\"{reference}\": there is no file at {path}");
        }
        catch (Exception exception) when (FileContent.IsUnreadable(exception))
        {
            return new(null, $"\"{reference}\": the file at {path} can't be read: {exception.Message}");
        }

        // An empty file is more likely half a write than a value, and an empty secret would be worse than an old one.
        if (content.Length == 0)
            return new(null, $"\"{reference}\": the file at {path} is empty");
        var text = content.AsSpan();
        if (text.StartsWith(Encoding.UTF8.Preamble))
            text = text[3..];
        if (!Utf8.IsValid(text))
            return new(null, $"\"{reference}\": the file at {path} is not UTF-8");
        if (text.EndsWith("\n"u8))
            text = text.EndsWith("\r\n"u8) ? text[..^2] : text[..^1];
        return new(Encoding.UTF8.GetString(text), "");
    }

    // A team's own notes are nobody's values.
    private static bool IsNote(string key) => key.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    private readonly record struct Answer(string? Value, string Problem);
}
