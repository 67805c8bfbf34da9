namespace Gateway.Toolkit.Routing.Tests.Matching;

public class MatchOptionsTests
{
    public static TheoryData<string, MatchOptions> Forms { get; } = new()
    {
        { "\"/orders/{**rest}\"", new() { Path = "/orders/{**rest}" } },
        { """{ "Path": "/x", "Methods": "GET, POST", "Hosts": "a.com" }""", new() { Path = "/x", Methods = ["GET", "POST"], Hosts = ["a.com"] } },
        { """{ "Headers": { "X-Beta": "1" } }""", new() { Headers = [new("X-Beta", "1")] } },
        { """{ "Headers": { "X-Beta": 1 } }""", new() { Headers = Map("X-Beta", new() { Exact = ["1"] }) } },
        { """{ "Headers": { "X-Beta": "true" } }""", new() { Headers = Map("X-Beta", new() { Exact = ["true"] }) } },
        { """{ "Headers": { "X-Beta": "a, b" } }""", new() { Headers = Map("X-Beta", new() { Exact = ["a, b"] }) } },
        { """{ "Headers": { "X-Beta": ["a", "b"] } }""", new() { Headers = Map("X-Beta", new() { Exact = ["a", "b"] }) } },
        { """{ "Headers": { "X-Beta": true } }""", new() { Headers = Map("X-Beta", new()) } },
        { """{ "Headers": { "X-Beta": false } }""", new() { Headers = Map("X-Beta", new() { Exists = false }) } },
        { """{ "Query": { "v": { "Regex": "^a{1,3}$", "IgnoreCase": true } } }""", new() { Query = Map("v", new() { Regex = ["^a{1,3}$"], IgnoreCase = true }) } },
        { """{ "Query": { "v": { "Prefix": ["a", "b"], "Not": "ab" } } }""", new() { Query = Map("v", new() { Prefix = ["a", "b"], Not = new() { Exact = ["ab"] } }) } },
        {
            """{ "Query": { "v": { "All": [{ "Contains": "a" }, { "Contains": "b" }] } } }""",
            new() { Query = Map("v", new() { All = [new() { Contains = ["a"] }, new() { Contains = ["b"] }] }) }
        },
        { """{ "Path": "/x", "ContentType": ["application/json"], "Accept": "text/*", "FallThrough": true }""", new() { Path = "/x", ContentType = ["application/json"], Accept = ["text/*"], FallThrough = true } },
    };

    public static TheoryData<string, string> Mistakes { get; } = new()
    {
        { "\"/x/{id\"", "Match: \"/x/{id\" is no route template: There is an incomplete parameter in the route template. Check that each '{' character has a matching '}' character" },
        { """{ "Path": "/x/{id:number}" }""", "Match:Path: \"/x/{id:number}\" has a constraint that can't be used: The constraint reference 'number' could not be resolved to a type. Register the constraint type with 'Microsoft.AspNetCore.Routing.RouteOptions.ConstraintMap'" },
        { "\"/x/{id:regex((a)\\\\1)}\"", "Match: \"/x/{id:regex((a)\\1)}\" has a constraint that can't be used: " },
        { """{ "Methods": ["GET", "G T"] }""", "Match:Methods:1: \"G T\" is no method; expected a token such as \"GET\"" },
        { """{ "Methods": ["GET", "get"] }""", "Match:Methods:1: \"get\" is given twice" },
        { """{ "Methods": [] }""", "Match:Methods: is empty; leave it out for no restriction" },
        { """{ "Hosts": [] }""", "Match:Hosts: is empty; leave it out for every host" },
        { """{ "Hosts": ["https://a.com"] }""", "Match:Hosts:0: \"https://a.com\" is no host; write the name alone, without scheme and path" },
        { """{ "Hosts": ["a.com", "A.com."] }""", "Match:Hosts:1: \"A.com.\" is given twice" },
        { """{ "Hosts": "a..com" }""", "Match:Hosts: \"a..com\" is no host; expected a name such as \"api.example.com\", \"*.example.com\" or an IP address, with a port or without" },
        { """{ "Hosts": "a.com:http" }""", "Match:Hosts: \"a.com:http\" has no port from 1 to 65535 after the colon" },
        { """{ "Headers": { "X Beta": "1" } }""", "Match:Headers:X Beta: \"X Beta\" is no name of a header field" },
        { """{ "Headers": { "X-A": { "Regex": ["a", "("] } } }""", "Match:Headers:X-A:Regex:1: \"(\" is no regular expression: Invalid pattern '(' at offset 1. Not enough )'s" },
        { """{ "Headers": { "X-A": { "Regex": "(?=a)" } } }""", "Match:Headers:X-A:Regex: \"(?=a)\" has look-around, back-references or atomic groups, which expressions without backtracking can't have" },
        { """{ "Headers": { "X-A": { "Not": { "Prefix": "" } } } }""", "Match:Headers:X-A:Not:Prefix: is empty, which every value meets; use \"Exists\": true" },
        { """{ "Headers": { "X-A": { "Exists": false, "Exact": "1" } } }""", "Match:Headers:X-A:Exists: is false: what is not there can't meet the other keys; leave them out, or use \"Not\"" },
        { """{ "Headers": { "X-A": { "Exakt": "1" } } }""", "Match:Headers:X-A:Exakt: unknown key; did you mean \"Exact\"?" },
        { """{ "ContentType": "json" }""", "Match:ContentType: \"json\" is no media type; expected one such as \"application/json\", \"application/*+json\" or \"text/*\", without parameters" },
        { """{ "Accept": ["text/html;q=1"] }""", "Match:Accept:0: \"text/html;q=1\" is no media type; expected one such as \"application/json\", \"application/*+json\" or \"text/*\", without parameters" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Match_JsonForm_ReadsAsOptionsAndBack(string json, MatchOptions expected)
    {
        var errors = new GatewayErrors();

        var options = Json.Match(json, errors);

        Assert.Empty(errors.Items);
        Assert.Equal(expected, options);
        var value = GatewayValues.Options<MatchOptions>();
        Assert.True(value.TryRead(value.Write(expected).AsRoot("x"), errors, out var again));
        Assert.Equal(expected, again);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Match_Mistake_IsNamedWhereItStands(string json, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Json.ErrorsOf(json)), StringComparison.Ordinal);

    [Fact]
    public void Match_SeveralMistakes_AreAllNamed() => Assert.Equal(
        ["Match:Methods:0", "Match:Query:v:Regex", "Match:Hosts", "Match:Path"],
        Json.ErrorsOf("""{ "Path": "/{", "Methods": ["("], "Hosts": "a/b", "Query": { "v": { "Regex": "(" } } }""").Select(error => error[..error.IndexOf(": ", StringComparison.Ordinal)]));

    [Fact]
    public void Match_Missing_IsAnErrorUnlessItIsFalse()
    {
        Assert.Equal(
            "Match: is missing; say which requests the route gets, such as \"Match\": \"/orders/{**rest}\", or false for none",
            Assert.Single(Json.ErrorsOf("null")));

        var none = new GatewayRoute("r", GatewayConfigNode.Object([new("Match", GatewayConfigNode.Boolean(false))]), [], isLocal: false);
        var errors = new GatewayErrors();
        var table = (RouteTable)Tables.Part.Build(Tables.Snapshot(none), null, errors);
        Assert.Empty(errors.Items);
        Assert.Null(table.Find(none));
    }

    [Fact]
    public void Match_OnALocalEndpointOrOfEverything_IsNoticed()
    {
        var errors = new GatewayErrors();
        Validate("/x", isLocal: true, errors);
        Validate("/x", isLocal: false, errors);
        Validate(null, isLocal: false, errors);

        Assert.Equal(
            ["stands on routes only: a local endpoint matches by its own pattern", "matches every request; write \"/{**path}\" if that is meant"],
            errors.Items.Select(error => error.Message));
        Assert.Equal([false, true], errors.Items.Select(error => error.IsWarning));
    }

    private static void Validate(string? path, bool isLocal, GatewayErrors errors)
    {
        IGatewayModule module = new MatchModule();
        var options = new ModuleOptions(module, new MatchOptions { Path = path }, GatewayConfigNode.Boolean(true), null);
        var route = new GatewayRoute("r", GatewayConfigNode.Object([]), [options], isLocal);
        module.Validate(new(Tables.Snapshot(route), route, options, refer: null), errors);
    }

    private static GatewayMap<MatchCondition> Map(string name, MatchCondition condition) => new([new(name, condition)]);
}
