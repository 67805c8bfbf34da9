using System.Net;
using System.Security.Claims;
using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Toolkit.Core.Tests.Values;

public sealed class GatewayValueReferenceTests
{
    [Theory]
    [InlineData("client", GatewayValueKind.Client, "", "", "client")]
    [InlineData("client:port", GatewayValueKind.ClientPort, "", "", "client:port")]
    [InlineData("Server:Port", GatewayValueKind.ServerPort, "", "", "server:port")]
    [InlineData("host", GatewayValueKind.Host, "", "", "host")]
    [InlineData("header:X-Tenant", GatewayValueKind.Header, "X-Tenant", "", "header:X-Tenant")]
    [InlineData("QUERY:page", GatewayValueKind.Query, "page", "", "query:page")]
    [InlineData("claim:http://schemas.example/role", GatewayValueKind.Claim, "http://schemas.example/role", "", "claim:http://schemas.example/role")]
    [InlineData("route:id", GatewayValueKind.Route, "id", "", "route:id")]
    [InlineData("part:orders#/0/sku", GatewayValueKind.Part, "orders", "/0/sku", "part:orders#/0/sku")]
    [InlineData("part:orders#0/sku", GatewayValueKind.Part, "orders", "/0/sku", "part:orders#/0/sku")]
    [InlineData("part:orders", GatewayValueKind.Part, "orders", "", "part:orders")]
    public void Parse_Reference_IsReadAndWrittenBack(string text, GatewayValueKind kind, string name, string pointer, string written)
    {
        var reference = GatewayValueReference.Parse(text);

        Assert.Equal((kind, name, pointer), (reference.Kind, reference.Name, reference.Pointer));
        Assert.Equal(written, reference.ToText());
        Assert.Equal(reference, GatewayValueReference.Parse(written));
    }

    [Theory]
    [InlineData("heder:X", "\"heder\" is no kind of value; did you mean \"header\"?")]
    [InlineData("zzzzzz", "\"zzzzzz\" is no kind of value; expected a value such as \"client\"")]
    [InlineData("", "is no kind of value")]
    [InlineData("header:", "\"header:\" has no name; write \"header:NAME\"")]
    [InlineData("header", "\"header\" has no name; write \"header:NAME\"")]
    [InlineData("header:X Y", "\"X Y\" can't be the name of a header")]
    [InlineData("cookie:a;b", "\"a;b\" can't be the name of a cookie")]
    [InlineData("part:#/x", "\"part:#/x\" names no part; write \"part:NAME#/json/pointer\"")]
    public void Parse_NoReference_SaysWhatToWrite(string text, string message)
    {
        Assert.False(GatewayValueReference.TryParse(text, out _, out var error));
        Assert.Contains(message, error);
        Assert.Throws<FormatException>(() => GatewayValueReference.Parse(text));
    }

    [Theory]
    [InlineData("header:X-A", "header:x-a", true)]
    [InlineData("query:a", "query:A", true)]
    [InlineData("cookie:a", "cookie:A", false)]
    [InlineData("claim:a", "claim:A", false)]
    [InlineData("header:a", "query:a", false)]
    [InlineData("part:a#/x", "part:a#/y", false)]
    public void Equals_TwoReferences_ComparesNamesAsTheyAreFound(string left, string right, bool equal)
    {
        var (x, y) = (GatewayValueReference.Parse(left), GatewayValueReference.Parse(right));

        Assert.Equal(equal, x.Equals(y));
        if (equal)
            Assert.Equal(x.GetHashCode(), y.GetHashCode());
    }

    [Theory]
    [InlineData("client", "192.0.2.7")]
    [InlineData("client:port", "5000")]
    [InlineData("server", "2001:db8::1")]
    [InlineData("server:port", "443")]
    [InlineData("scheme", "https")]
    [InlineData("host", "api.example.com")]
    [InlineData("authority", "api.example.com:8443")]
    [InlineData("method", "PUT")]
    [InlineData("path", "/a%2Fb/c")]
    [InlineData("protocol", "HTTP/1.1")]
    [InlineData("header:x-multi", "1|2")]
    [InlineData("header:none", "")]
    [InlineData("query:TAG", "a b|c&|")]
    [InlineData("query:k y", null)]
    [InlineData("query:none", "")]
    [InlineData("cookie:a", "1|3%20")]
    [InlineData("cookie:A", "")]
    [InlineData("claim:role", "user|admin")]
    [InlineData("claim:Role", "")]
    [InlineData("route:ID", "7")]
    [InlineData("route:none", "")]
    [InlineData("part:orders#/0", "")]
    public void Resolve_LiveRequestAndExchange_GiveTheSame(string text, string? expected)
    {
        if (expected is null)
        {
            Assert.False(GatewayValueReference.TryParse(text, out _, out _));
            return;
        }

        var reference = GatewayValueReference.Parse(text);
        var context = Request();
        var exchange = TestExchange.Of(
            "/a%2Fb/c?tag=a+b&x=1&Tag=c%26&&tag",
            "PUT",
            new { id = 7 },
            [("X-Multi", "1"), ("X-Multi", "2"), ("Cookie", "a=1; b=2"), ("Cookie", "a = 3%20")],
            [("role", "user"), ("role", "admin")],
            context);

        Assert.Equal(expected, string.Join('|', reference.Resolve(new HttpContextValueSource(context)).ToArray()));
        Assert.Equal(expected, string.Join('|', reference.Resolve(new ExchangeValueSource(exchange)).ToArray()));
    }

    [Theory]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("fe80::1%3", "fe80::1")]
    public void Resolve_ClientAddress_IsTheSameTextForTheSameClient(string address, string expected)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

        Assert.Equal(expected, GatewayValueReference.Parse("client").Resolve(new HttpContextValueSource(context)).ToString());
    }

    [Fact]
    public void Resolve_HostOfAddressV6_KeepsItsBrackets()
    {
        var context = new DefaultHttpContext { Request = { Host = new("[::1]:8080") } };

        Assert.Equal("[::1]", GatewayValueReference.Parse("host").Resolve(new HttpContextValueSource(context)).ToString());
    }

    [Fact]
    public void Resolve_NothingKnown_IsEmpty()
    {
        var source = new ExchangeValueSource(TestExchange.Of());

        Assert.Equal(0, GatewayValueReference.Parse("client").Resolve(source).Count);
        Assert.Equal(0, GatewayValueReference.Parse("client:port").Resolve(source).Count);
    }

    [Fact]
    public void Check_PartOutsideOfAggregate_IsAnError()
    {
        var errors = new GatewayErrors();
        GatewayValueReference.Parse("part:orders#/0").Check(GatewayConfigNode.String("").AsRoot("Key"), errors);
        GatewayValueReference.Parse("claim:sub").Check(GatewayConfigNode.String("").AsRoot("Key"), errors);

        Assert.Equal("Key: \"part:orders#/0\" has a value only inside Aggregate", Assert.Single(errors.Items).ToString());
    }

    private static DefaultHttpContext Request()
    {
        var context = new DefaultHttpContext
        {
            Connection =
            {
                RemoteIpAddress = IPAddress.Parse("::ffff:192.0.2.7"), RemotePort = 5000,
                LocalIpAddress = IPAddress.Parse("2001:db8::1"), LocalPort = 443,
            },
            User = new(new ClaimsIdentity([new("role", "user"), new("role", "admin")], "test")),
            Request =
            {
                Method = "PUT", Scheme = "https", Protocol = "HTTP/1.1", Host = new("api.example.com:8443"),
                Path = "/a%2Fb/c", QueryString = new("?tag=a+b&x=1&Tag=c%26&&tag"),
                RouteValues = { ["id"] = 7 },
                Headers = { ["X-Multi"] = new(["1", "2"]), ["Cookie"] = new(["a=1; b=2", "a = 3%20"]) },
            },
        };
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = "/a%2Fb/c?tag=a+b&x=1&Tag=c%26&&tag";
        return context;
    }
}
