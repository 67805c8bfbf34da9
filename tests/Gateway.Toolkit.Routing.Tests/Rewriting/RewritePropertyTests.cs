using CsCheck;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.WebUtilities;

namespace Gateway.Toolkit.Routing.Tests.Rewriting;

public sealed class RewritePropertyTests
{
    private static readonly Gen<string> _text =
        Gen.OneOf(Gen.OneOf("/", "..", "%2F", "?", "#", "&", "=", "\r\n", "\0", "a", "//", "\\"), Gen.String[Gen.Char, 0, 3]).Array[0, 6].Select(string.Concat);

    private static readonly Gen<string> _query = Gen.OneOf("a=1", "b", "B=%62", "%62=x", "c=+&c", "", "d=%2F%3d", "x=;y").Array[0, 6].Select(pairs => string.Join('&', pairs));

    [Fact]
    public void Query_AnyValue_LeavesOtherParametersAlone() => Gen.Select(_query, _text).Sample((query, value) =>
    {
        var target = Target(new() { Query = new() { Remove = ["c"], Set = [new("b", "{header:X}")] } }, "/p%2Fq?" + query, value);
        var before = QueryHelpers.ParseQuery(query);
        var after = QueryHelpers.ParseQuery(target["/p%2Fq".Length..]);

        Assert.StartsWith("/p%2Fq?", target, StringComparison.Ordinal);
        Assert.Equal(1, target.Count(character => character == '?'));
        Assert.DoesNotContain('#', target);
        Assert.Single(after["b"]);
        Assert.False(after.ContainsKey("c"));
        foreach (var (name, values) in before.Where(pair => pair.Key is not ("b" or "B" or "c")))
            Assert.Equal(values, after[name]);
    });

    [Fact]
    public void RemovePrefix_AnyPath_EndsAsItCame() => _text.Sample(text =>
    {
        var target = Target(new() { RemovePrefix = "/api" }, "/api/" + text, "");

        Assert.StartsWith("/", target, StringComparison.Ordinal);
        Assert.EndsWith(text.TrimStart('/'), target, StringComparison.Ordinal);
    });

    private static string Target(RewriteOptions options, string target, string value)
    {
        var exchange = TestExchange.Of(target, headers: [("X", value)]);
        var chain = new RewriteChain(
            options, RouteTemplates.Of(TestExchange.Route()), _ => ValueTask.FromResult(new ExchangeResponse(200)));
        Assert.True(chain.SendAsync(exchange).AsTask().IsCompletedSuccessfully);
        return exchange.Target;
    }
}
