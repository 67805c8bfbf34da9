using CsCheck;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.WebUtilities;

namespace Gateway.Toolkit.Core.Tests.Values;

/// <summary>No value whatsoever leaves the place that the template gives it.</summary>
public sealed class TemplatePropertyTests
{
    // What attackers are made of, beside any character at all.
    private static readonly Gen<string> _piece = Gen.OneOf(
        Gen.OneOf("/", "//", "\\", "..", ".", "%2e", "%2F", "%252f", "?", "#", "&", "=", ";", ":", "@", "\r\n", "\0", "\t", "http:", "[", "]", " ", "é", "\ud800", "a", "%"),
        Gen.String[Gen.Char, 0, 3]);

    private static readonly Gen<string> _value = _piece.Array[0, 6].Select(string.Concat);

    [Fact]
    public void Path_AnyValues_KeepTheSegments() => Gen.Select(_value, _value, _value).Sample((id, claim, target) =>
    {
        if (TryRender("/v1/{id}/x-{claim:c}/end", TemplatePlace.Path, out var path, id, claim, "/" + target))
        {
            Assert.StartsWith("/v1/", path, StringComparison.Ordinal);
            Assert.EndsWith("/end", path, StringComparison.Ordinal);
            Assert.Equal(4, path.Count(character => character == '/'));
            AssertPath(path);
        }
    });

    [Fact]
    public void Path_AnyCatchAll_KeepsItsSlashesAndNoMore() => Gen.Select(_value, _value).Sample((id, target) =>
    {
        if (TryRender("/v1/{**id}", TemplatePlace.Path, out var path, id, "c", "/" + target))
        {
            Assert.Equal(2 + id.Count(character => character == '/'), path.Count(character => character == '/'));
            AssertPath(path);
        }
    });

    [Fact]
    public void Path_ValuesSideBySide_MakeNoDotSegment() => Gen.Select(_value, _value).Sample((id, claim) =>
    {
        if (TryRender("/{id}{claim:c}", TemplatePlace.Path, out var path, id, claim))
            AssertPath(path);
    });

    [Fact]
    public void Path_PathOfTheRequest_StaysAPath() => _value.Sample(target =>
    {
        if (TryRender("{path}", TemplatePlace.Path, out var path, target: "/" + target))
            AssertPath(path);
    });

    [Fact]
    public void Query_AnyValues_StayTheValuesOfTheirParameters() => Gen.Select(_value, _value).Sample((id, claim) =>
    {
        Assert.True(TryRender("a={id}&b={claim:c}", TemplatePlace.Query, out var query, id, claim));
        var parsed = QueryHelpers.ParseQuery("?" + query);

        Assert.DoesNotContain('#', query);
        Assert.Equal(2, parsed.Count);
        Assert.Equal(id.ReplaceLoneSurrogates(), parsed["a"].ToString());
        Assert.Equal(claim.ReplaceLoneSurrogates(), parsed["b"].ToString());
    });

    [Fact]
    public void Header_AnyValue_StaysOnItsLine() => _value.Sample(id =>
    {
        if (TryRender("x {id}", TemplatePlace.Header, out var value, id))
            Assert.All(value, character => Assert.True(character is '\t' or (>= ' ' and <= '~')));
        else
            Assert.Contains(id, character => character is not ('\t' or (>= ' ' and <= '~')));
    });

    [Fact]
    public void Host_AnyValue_StaysInItsDomain() => _value.Sample(id =>
    {
        if (!TryRender("{id}.example.com:8080", TemplatePlace.Host, out var host, id))
            return;
        var uri = new Uri($"http://{host}/");
        Assert.EndsWith(".example.com", uri.Host, StringComparison.Ordinal);
        Assert.Equal((8080, "/", ""), (uri.Port, uri.PathAndQuery, uri.UserInfo));
    });

    private static void AssertPath(string path)
    {
        Assert.StartsWith("/", path, StringComparison.Ordinal);
        Assert.False(path.StartsWith("//", StringComparison.Ordinal));
        Assert.All(path, character => Assert.True(char.IsAscii(character) && !"?#\\ <>\"{}|^`[]".Contains(character) && !char.IsControl(character)));

        // The destination reads the same path, and the same host.
        var uri = new Uri("http://destination:1" + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        Assert.Equal(("destination", path), (uri.Host, uri.AbsolutePath));
        Assert.DoesNotContain(Uri.UnescapeDataString(path).Split('/', '\\'), segment => segment is "." or "..");
    }

    private static bool TryRender(
        string text, TemplatePlace place, out string rendered, string id = "", string claim = "", string target = "/")
    {
        var exchange = TestExchange.Of(target, routeValues: new { id }, claims: [("c", claim)]);
        return GatewayTemplate.Parse(text).Render(new ExchangeValueSource(exchange), place, out rendered) == TemplateOutcome.Complete;
    }
}
