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
    /// <param name="root">The tree.</param>
    /// <param name="errors">Gets what can't be had.</param>
    /// <param name="track">Is told the full path of a file before it is read.</param>
    public GatewayConfigNode Resolve(GatewayConfigNode root, GatewayErrors errors, Action<string> track)
    {
        var found = new Dictionary<string, string>();
        var resolved = Resolve(root, new(errors, track, found));
        _lastGood = found;
        return resolved;
    }

    /// <summary>
    /// Adds an error for each reference that stands unresolved in a tree, so that the item it belongs to is held back: no
    /// route may go live with <c>env:NAME</c> for a key.
    /// </summary>
    public static void Check(GatewayConfigNode node, GatewayErrors errors)
    {
        if (node.Problem is { } problem)
            errors.Add(node, problem);
        foreach (var (_, member) in node.Members)
            Check(member, errors);
        foreach (var item in node.Items)
            Check(item, errors);
    }

    private GatewayConfigNode Resolve(GatewayConfigNode node, Run run)
    {
        if (node.Kind == GatewayConfigKind.String)
            return node.Reference is null ? ResolveText(node, run) : node;
        if (node.Kind == GatewayConfigKind.Array)
        {
            var items = node.Items.Select(item => Resolve(item, run)).ToList();
            return items.SequenceEqual(node.Items, ReferenceEqualityComparer.Instance)
                ? node
                : GatewayConfigNode.Array(items, node.Origin);
        }

        if (node.Kind != GatewayConfigKind.Object)
            return node;
        var members = node.Members.Select(member => KeyValuePair.Create(
            member.Key, IsNote(member.Key) ? member.Value : Resolve(member.Value, run))).ToList();
        return members.Select(member => member.Value)
            .SequenceEqual(node.Members.Select(member => member.Value), ReferenceEqualityComparer.Instance)
                ? node
                : GatewayConfigNode.Object(members, node.Origin);
    }

    private GatewayConfigNode ResolveText(GatewayConfigNode node, Run run)
    {
        var text = node.Text!;
        var colon = text.IndexOf(':');
        var kind = colon < 0 ? "" : text[..colon];
        if (kind is not ("file" or "env" or "config"))
            return node;
        var name = text[(colon + 1)..];
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal))
            return Unresolved(node, $"\"{text}\" names nothing; a name must follow the colon", run);

        var key = kind == "file" ? "file:" + Path.GetFullPath(Path.Combine(node.Origin.BaseFolder ?? contentRoot, name)) : text;
        var (value, problem) = kind switch
        {
            "file" => ReadFile(text, key["file:".Length..], run.Track),
            "env" => new Answer(Environment.GetEnvironmentVariable(name), $"\"{text}\": there is no environment variable \"{name}\""),
            _ => new(app[name], $"\"{text}\": the app's configuration has no value at \"{name}\""),
        };
        if (value is null && _lastGood.TryGetValue(key, out value))
            run.Errors.Add(node, $"{problem}; the last good value stays in use");
        if (value is null)
            return Unresolved(node, problem, run);

        run.Found[key] = value;
        return GatewayConfigNode.String(value, node.Origin, textOnly: true, reference: text);
    }

    private static GatewayConfigNode Unresolved(GatewayConfigNode node, string problem, Run run)
    {
        run.Errors.Add(node, problem);
        return GatewayConfigNode.Unresolved(node.Text!, node.Origin, problem);
    }

    private static Answer ReadFile(string reference, string path, Action<string> track)
    {
        if (reference.StartsWith("file://", StringComparison.Ordinal))
            return new(null, $"\"{reference}\" is a URI; write the path alone: \"file:{reference["file://".Length..]}\"");
        track(path);
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

    private sealed record Run(GatewayErrors Errors, Action<string> Track, Dictionary<string, string> Found);

    private readonly record struct Answer(string? Value, string Problem);
}
