using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.Toolkit.Generators;

/// <summary>Takes plain sentences from XML documentation comments.</summary>
internal static class Summaries
{
    /// <summary>The text of the <c>summary</c>; empty if there is none.</summary>
    public static string Of(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (FromComment(reference.GetSyntax(cancellation).GetLeadingTrivia().ToFullString()) is { Length: > 0 } summary)
                return summary;
        }

        return "";
    }

    // The comment is read from the source text: a compilation that writes no documentation file does not parse it.
    private static string FromComment(string trivia)
    {
        var lines = trivia.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal));
        try
        {
            var comment = XElement.Parse($"<doc>{string.Join("\n", lines.Select(line => line.Substring(3)))}</doc>");
            return comment.Element("summary") is { } summary ? Collapse(string.Concat(summary.Nodes().Select(Text))) : "";
        }
        catch (XmlException)
        {
            return ""; // The compiler reports malformed comments.
        }
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "para" or "br" } block => $" {string.Concat(block.Nodes().Select(Text))} ",
        XElement { IsEmpty: true } reference => Name(reference),
        XElement other => string.Concat(other.Nodes().Select(Text)),
        _ => "",
    };

    // cref="Options.Path", cref="M:Read(string)", cref="List{T}", langword="null", name="T"
    private static string Name(XElement reference)
    {
        var target = ((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("langword")
            ?? (string?)reference.Attribute("name") ?? (string?)reference.Attribute("href") ?? "").Trim();
        if (reference.Attribute("cref") is null)
            return target;
        var end = target.IndexOfAny(['(', '{', '<']);
        var name = end < 0 ? target : target.Substring(0, end);
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }

    private static string Collapse(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
