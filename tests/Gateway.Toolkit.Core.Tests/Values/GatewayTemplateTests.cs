using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Core.Tests.Values;

public sealed class GatewayTemplateTests
{
    [Theory]
    [InlineData("plain", "")]
    [InlineData("{{not}} a hole", "")]
    [InlineData("/v2/{id}", "route:id")]
    [InlineData("/v2/{**rest}", "route:rest")]
    [InlineData("{header:X-A}-{HOST}-{header:x-a}", "header:X-A, host")]
    [InlineData("{client:port}{path}", "client:port, path")]
    [InlineData("{orders/0/sku}", "part:orders#/0/sku")]
    [InlineData("{part:orders#0}", "part:orders#/0")]
    public void Parse_Template_KnowsWhatItReads(string text, string references)
    {
        var template = GatewayTemplate.Parse(text);

        Assert.Equal(references, template.References.ToString());
        Assert.Equal(text, template.ToText());
        Assert.Equal(template, (GatewayTemplate)text);
    }

    [Theory]
    [InlineData("ab{id", "\"{\" at column 3 is not closed; a brace in text is written \"{{\"")]
    [InlineData("{a{b}", "\"{\" at column 1 is not closed")]
    [InlineData("a}b", "\"}\" at column 2 closes nothing; a brace in text is written \"}}\"")]
    [InlineData("x{}", "{} at column 2: names no value")]
    [InlineData("/{id:int}", "{id:int} at column 2: \"id\" is no kind of value")]
    [InlineData("/{hedder:X}", "did you mean \"header\"?; a route value is written {name}, without constraints")]
    [InlineData("/{id?}", "{id?} at column 2: is no value; a route value is written {name}, one with slashes {**name}")]
    [InlineData("/{*rest}", "{*rest} at column 2: is no value")]
    [InlineData("/{**}", "{**} at column 2: is no value")]
    [InlineData("{header:}", "{header:} at column 1: \"header:\" has no name")]
    public void Parse_NoTemplate_NamesTheColumn(string text, string message)
    {
        Assert.False(GatewayTemplate.TryParse(text, out _, out var error));
        Assert.Contains(message, error);
    }

    [Theory]
    [InlineData("{{a}}", TemplatePlace.Text, "{a}")]
    [InlineData("{id}/{none}", TemplatePlace.Text, "a b/c%2Fd?#/")]
    [InlineData("/v2/{id}", TemplatePlace.Path, "/v2/a%20b%2Fc%252Fd%3F%23")]
    [InlineData("/v2/{**id}", TemplatePlace.Path, "/v2/a%20b/c%252Fd%3F%23")]
    [InlineData("/v2/{none}", TemplatePlace.Path, "/v2/")]
    [InlineData("/{query:q}/x", TemplatePlace.Path, "/%C3%A9%3B&/x")]
    [InlineData("/v2{path}", TemplatePlace.Path, "/v2/orders/a%2fb%20;v=1")]
    [InlineData("{query:q}", TemplatePlace.Query, "%C3%A9%3B%26")]
    [InlineData("Bearer {header:X-Token} ", TemplatePlace.Header, "Bearer t1, t2")]
    [InlineData("{header:X-Tenant}.example.com:80", TemplatePlace.Host, "blue.example.com:80")]
    [InlineData("{authority}", TemplatePlace.Host, "api.example.com:8443")]
    public void Render_Values_AreEscapedForTheirPlace(string text, TemplatePlace place, string expected)
    {
        var exchange = TestExchange.Of(
            "/orders/a%2fb%20;v=1?q=%c3%a9%3b%26",
            routeValues: new { id = "a b/c%2Fd?#" },
            headers: [("X-Token", "t1"), ("X-Token", "t2"), ("X-Tenant", "blue")]);

        var outcome = GatewayTemplate.Parse(text).Render(new ExchangeValueSource(exchange), place, out var rendered);

        Assert.NotEqual(TemplateOutcome.Refused, outcome);
        Assert.Equal(text.Contains("none", StringComparison.Ordinal), outcome == TemplateOutcome.Missing);
        Assert.Equal(expected, rendered.TrimEnd('/') + (expected.EndsWith('/') ? "/" : ""));
    }

    [Theory]
    [InlineData("..", "/a/{v}", TemplatePlace.Path)]
    [InlineData(".", "/a/.{v}", TemplatePlace.Path)]
    [InlineData(".", "/a/{v}/b", TemplatePlace.Path)]
    [InlineData("../x", "/a/{v}", TemplatePlace.Path)]
    [InlineData("x\\..", "/a/{v}", TemplatePlace.Path)]
    [InlineData("x/../y", "/a/{**v}", TemplatePlace.Path)]
    [InlineData("/evil.example", "/{**v}", TemplatePlace.Path)]
    [InlineData("a\0b", "/a/{v}", TemplatePlace.Path)]
    [InlineData("a\r\nb", "/a/{v}", TemplatePlace.Path)]
    [InlineData("a\u007fb", "/a/{**v}", TemplatePlace.Path)]
    [InlineData("a\r\nSet-Cookie: x", "{v}", TemplatePlace.Header)]
    [InlineData("a\nb", "{v}", TemplatePlace.Header)]
    [InlineData("a\0b", "{v}", TemplatePlace.Header)]
    [InlineData("caf\u00e9", "{v}", TemplatePlace.Header)]
    [InlineData("\u010d\u010a", "{v}", TemplatePlace.Header)]
    [InlineData("evil.example/", "{v}.example.com", TemplatePlace.Host)]
    [InlineData("user@evil", "{v}.example.com", TemplatePlace.Host)]
    [InlineData("evil:80", "{v}.example.com", TemplatePlace.Host)]
    [InlineData("a b", "{v}", TemplatePlace.Host)]
    [InlineData("", "{v}", TemplatePlace.Host)]
    [InlineData("", "{v}.example.com", TemplatePlace.Host)]
    [InlineData("80800", "a:{v}", TemplatePlace.Host)]
    public void Render_ValueThatLeavesItsPlace_IsRefused(string value, string text, TemplatePlace place)
    {
        var exchange = TestExchange.Of(routeValues: new { v = value });

        Assert.Equal(TemplateOutcome.Refused, GatewayTemplate.Parse(text).Render(new ExchangeValueSource(exchange), place, out var rendered));
        Assert.Equal("", rendered);
    }

    [Theory]
    [InlineData("/users/{claim:sub}")]
    [InlineData("/users/{claim:sub}/data")]
    [InlineData("/users/{query:empty}")]
    public void Render_PathWithoutItsValue_IsRefused(string text) => Assert.Equal(
        TemplateOutcome.Refused,
        GatewayTemplate.Parse(text).Render(new ExchangeValueSource(TestExchange.Of("/?empty=")), TemplatePlace.Path, out _));

    // The same captured text, from two different paths.
    [Theory]
    [InlineData("/files/a%2Fb", "a%2Fb", "/v2/{id}", "/v2/a%2Fb")]
    [InlineData("/files/a%252Fb", "a%2Fb", "/v2/{id}", "/v2/a%252Fb")]
    [InlineData("/files/a%2Fb/c;v=1/%20", "a%2Fb/c;v=1/ ", "/v2/{**id}", "/v2/a%2Fb/c;v=1/%20")]
    [InlineData("/a%2Fb/a%252Fb", "a%2Fb", "/v2/{id}", "/v2/a%252Fb")]
    [InlineData("/elsewhere", "a%2Fb", "/v2/{id}", "/v2/a%252Fb")]
    [InlineData("/files/a/b;c", "a/b;c", "/v2/{id}", "/v2/a%2Fb%3Bc")]
    public void Render_CapturedValue_GoesOnAsItWasWritten(string target, string captured, string text, string expected)
    {
        var exchange = TestExchange.Of(target, routeValues: new { id = captured });
        GatewayTemplate.Parse(text).Render(new ExchangeValueSource(exchange), TemplatePlace.Path, out var rendered);

        Assert.Equal(expected, rendered);
    }

    [Fact]
    public void KeepSlashes_CapturedWithSlashes_MakesItACatchAll()
    {
        var template = GatewayTemplate.Parse("/{{v2}}/{rest}/{id}/{header:rest}");

        Assert.Equal("/{{v2}}/{**rest}/{route:id}/{header:rest}", template.KeepSlashes(["REST"]).ToText());
        Assert.Same(template, template.KeepSlashes(["other"]));
    }

    [Theory]
    [InlineData("v2/{id}", TemplatePlace.Path, "a path begins with \"/\"")]
    [InlineData("{id}", TemplatePlace.Path, "a path begins with \"/\"")]
    [InlineData("/a?b={id}", TemplatePlace.Path, "a path has no query and no fragment")]
    [InlineData("/a/../{id}", TemplatePlace.Path, "a path has no \".\" or \"..\" segments")]
    [InlineData("/a b", TemplatePlace.Path, "' ' must be written encoded")]
    [InlineData("/a%2{id}", TemplatePlace.Path, "a \"%\" must begin an encoded character")]
    [InlineData("a#b", TemplatePlace.Query, "'#' must be written encoded")]
    [InlineData("a\nb", TemplatePlace.Header, "a field's value holds visible ASCII characters")]
    [InlineData("a/b", TemplatePlace.Host, "is not a host with or without a port")]
    [InlineData("http://{host}", TemplatePlace.Host, "is not a host with or without a port")]
    [InlineData("{part:orders}", TemplatePlace.Text, "\"part:orders\" has a value only inside Aggregate")]
    public void Check_TextThatCannotStandThere_IsAnError(string text, TemplatePlace place, string message)
    {
        var errors = new GatewayErrors();
        GatewayTemplate.Parse(text).Check(place, GatewayConfigNode.String(text).AsRoot("Key"), errors);

        Assert.Contains(message, Assert.Single(errors.Items).Message);
    }

    [Theory]
    [InlineData("{path}", TemplatePlace.Path)]
    [InlineData("/a%20b/{id}.json", TemplatePlace.Path)]
    [InlineData("{host}:{server:port}", TemplatePlace.Host)]
    [InlineData("[::1]:80", TemplatePlace.Host)]
    [InlineData("a=1&b={id}", TemplatePlace.Query)]
    public void Check_SoundText_HasNoErrors(string text, TemplatePlace place)
    {
        var errors = new GatewayErrors();
        GatewayTemplate.Parse(text).Check(place, GatewayConfigNode.String(text).AsRoot("Key"), errors);

        Assert.Empty(errors.Items);
    }
}
