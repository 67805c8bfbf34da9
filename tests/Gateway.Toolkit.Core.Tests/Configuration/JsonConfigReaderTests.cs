using System.Text;

namespace Gateway.Toolkit.Core.Tests.Configuration;

public class JsonConfigReaderTests
{
    [Fact]
    public void Read_AnyJson_KeepsKindsOrderCaseAndNumbers()
    {
        var node = Json.Node("""{ "b": 1.50, "B": "1.50", "a": 1e3, "n": null, "t": true, "f": false, "o": {}, "l": [], "x:y": [-0, "é\n"] }""");

        Assert.Equal(["b", "B", "a", "n", "t", "f", "o", "l", "x:y"], node.Members.Select(member => member.Key));
        Assert.Equal(
            [GatewayConfigKind.Number, GatewayConfigKind.String, GatewayConfigKind.Number, GatewayConfigKind.Null, GatewayConfigKind.Boolean,
                GatewayConfigKind.Boolean, GatewayConfigKind.Object, GatewayConfigKind.Array, GatewayConfigKind.Array],
            node.Members.Select(member => member.Value.Kind));
        Assert.Equal("1.50", node.At("b").Text);
        Assert.Equal("1e3", node.At("a").Text);
        Assert.Equal(["-0", "é\n"], node.At("x:y").Items.Select(item => item.Text));
        Assert.False(node.At("B").IsTextOnly);
    }

    [Fact]
    public void Read_CommentsTrailingCommasAndByteOrderMark_AreFine()
    {
        var errors = new GatewayErrors();
        byte[] json = [.. Encoding.UTF8.Preamble, .. "{ /* a */ \"a\": [1, 2,], // b\n \"b\": 1, }"u8];

        var node = JsonConfigReader.Read(json, "a.json", null, null, errors);

        Assert.Empty(errors.Items);
        Assert.Equal(2, node!.At("a").Items.Count);
        Assert.Equal(2, node.At("b").Origin.Line);
        Assert.Equal((1, 11), (node.At("a").Origin.Line, node.At("a").Origin.Column));
    }

    [Fact]
    public void Read_Members_HaveThePositionOfTheirKey()
    {
        var node = Json.Node("{\n  \"a\":\r\n    { \"b\"  :  5,\n\t\"ключ\": 1, \"\U0001F600\": 2, \"c\": 3 } }");

        Assert.Equal("test.json:2:3", node.At("a").Origin.ToString());
        Assert.Equal("test.json:3:7", node.At("a", "b").Origin.ToString());
        Assert.Equal("test.json:4:2", node.At("a", "ключ").Origin.ToString());
        Assert.Equal("test.json:4:13", node.At("a", "\U0001F600").Origin.ToString());
        Assert.Equal("test.json:4:21", node.At("a", "c").Origin.ToString());
        Assert.Equal("/base", node.At("a", "b").Origin.BaseFolder);
    }

    [Fact]
    public void Read_Elements_HaveTheirOwnPosition()
    {
        var node = Json.Node("{ \"a\": [\"x\",\n  { \"y\": 1 }] }");

        Assert.Equal("test.json:1:9", node.At("a").Items[0].Origin.ToString());
        Assert.Equal("test.json:2:3", node.At("a").Items[1].Origin.ToString());
        Assert.Equal("Gateway:a:1:y", node.At("a").Items[1].At("y").Path);
    }

    [Theory]
    [InlineData("""{ "Gateway": { "Routes": {} }, "Logging": { "x": 1 } }""")]
    [InlineData("""{ "gateway": { "Routes": {} } }""")]
    [InlineData("""{ "$schema": "https://example.com/s.json", "Routes": {} }""")]
    [InlineData("""{ "$schema": "s", "Gateway": { "$schema": "t", "Routes": {} } }""")]
    [InlineData("""{ "Routes": {} }""")]
    public void Read_RootOfAFile_IsTheSectionOrHasIt(string json)
    {
        var node = Json.Node(json);

        Assert.Equal("Gateway", node.Path);
        Assert.Equal("Gateway:Routes", Assert.Single(node.Members).Value.Path);
    }

    [Theory]
    [InlineData("""{ "Edge": { "gateway": { "Routes": {} } }, "Routes": 1 }""", true)]
    [InlineData("""{ "Edge": { "Other": {} }, "Gateway": { "Routes": {} } }""", false)]
    [InlineData("""{ "Edge": { "Gateway": null } }""", false)]
    public void Read_SectionGiven_TakesItInAnyCaseOrNothing(string json, bool isThere)
    {
        var errors = new GatewayErrors();

        var node = Json.Read(json, errors, section: "edge:Gateway");

        Assert.Empty(errors.Items);
        Assert.Equal(isThere ? "Gateway:Routes" : null, node?.At("Routes").Path);
    }

    [Theory]
    [InlineData("", "Gateway line 1: is empty; expected an object, at least {} [test.json:1:1]")]
    [InlineData(" \r\n\t", "Gateway line 1: is empty; expected an object, at least {} [test.json:1:1]")]
    [InlineData("// nothing\n", "Gateway line 2: is not valid JSON: the text ends too early; a quote or a bracket is not closed [test.json:2:1]")]
    [InlineData("[]", "Gateway line 1: is no object; expected an object: { … } [test.json:1:1]")]
    [InlineData("\n  7", "Gateway line 2: is no object; expected an object: { … } [test.json:2:3]")]
    [InlineData("{", "Gateway line 1: is not valid JSON: the text ends too early; a quote or a bracket is not closed [test.json:1:2]")]
    [InlineData("{\"a\": \"x", "Gateway line 1: is not valid JSON: the text ends too early; a quote or a bracket is not closed [test.json:1:9]")]
    [InlineData("{\"a\":1\n  \"b\":2}", "Gateway line 2: is not valid JSON: unexpected '\"'; expected ',' or '}', and keys in double quotes [test.json:2:3]")]
    [InlineData("{\"é\":1, b:2}", "Gateway line 1: is not valid JSON: unexpected 'b'; expected ',' or '}', and keys in double quotes [test.json:1:9]")]
    [InlineData("{\"a\" 1}", "Gateway line 1: is not valid JSON: unexpected '1'; expected a key in double quotes and a ':' [test.json:1:6]")]
    [InlineData("{'a':1}", "Gateway line 1: is not valid JSON: unexpected '''; expected a key in double quotes and a ':' [test.json:1:2]")]
    [InlineData("{\"a\":}", "Gateway line 1: is not valid JSON: unexpected '}'; expected a value [test.json:1:6]")]
    [InlineData("{\"a\":[1,2}", "Gateway line 1: is not valid JSON: unexpected '}'; expected ',' or ']' [test.json:1:10]")]
    [InlineData("{\"a\":1} x", "Gateway line 1: is not valid JSON: unexpected 'x'; expected nothing after the end [test.json:1:9]")]
    [InlineData("{\"a\":\"x\ny\"}", "Gateway line 1: is not valid JSON: a text or word is not closed before the line or tab ends it [test.json:1:8]")]
    [InlineData("{\"a\":\"C:\\dir\"}", "Gateway line 1: is not valid JSON: '\\d' is no escape; for a backslash write '\\\\' [test.json:1:10]")]
    [InlineData("{ /* x", "Gateway line 1: is not valid JSON: a comment is not closed [test.json:1:3]")]
    [InlineData("{\"a\":\"\\ud800\"}", "Gateway line 1: is no text: an escape such as \"\\ud800\" stands for half a character only [test.json:1:6]")]
    [InlineData("{ \"Gateway\": 5 }", "Gateway line 1: is the number 5; expected an object [test.json:1:3]")]
    [InlineData("{ \"Gateway\": {}, \"gateway\": {} }", "gateway line 1: is given twice, in different case [test.json:1:18]")]
    [InlineData("{ \"Gateway\": {}, \"routes\": {} }", "routes line 1: stands beside \"Gateway\"; move it inside [test.json:1:18]")]
    [InlineData("{ \"Gateway\": {}, \"Gateway:Routes\": {} }", "Gateway:Routes line 1: has a ':' in its key; write nested objects instead [test.json:1:18]")]
    public void Read_Wrong_SaysWhereAndWhatInPlainWords(string json, string error)
    {
        var errors = new GatewayErrors();

        Json.Read(json, errors);

        Assert.Equal(error, Assert.Single(errors.Items).ToString());
    }

    [Fact]
    public void Read_NotUtf8_SaysWhere()
    {
        var errors = new GatewayErrors();

        Assert.Null(JsonConfigReader.Read([.. "{\n \"a\": \""u8, 0xE9, .. "\" }"u8], "a.json", null, null, errors));

        Assert.Equal("Gateway line 2: is not UTF-8; save the file as UTF-8 [a.json:2:8]", Assert.Single(errors.Items).ToString());
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Read_Nesting_HasALimit(int lists, bool isFine)
    {
        var errors = new GatewayErrors();

        Json.Read($"{{\"a\":{new string('[', lists)}{new string(']', lists)}}}", errors);

        Assert.Equal(isFine ? null : "is nested deeper than 64 levels", errors.Items.SingleOrDefault()?.Message);
    }

    [Fact]
    public void Read_KeysGivenTwice_AreErrorsThatNameBothLines()
    {
        var errors = new GatewayErrors();

        Json.Read("{ \"Routes\": {\n \"a\": { \"x\": 1 },\n \"b\": {},\n \"a\": { \"y\": 1, \"y\": 2 } } }", errors);

        Assert.Equal(
            ["Gateway:Routes:a line 4: is given twice, in line 2 and in line 4 [test.json:4:2]",
                "Gateway:Routes:a:y line 4: is given twice, in line 4 and in line 4 [test.json:4:17]"],
            errors.Items.Select(error => error.ToString()).Order());
    }

    [Fact]
    public void Read_LongSingleLine_CountsInLinearTime()
    {
        var json = "{" + string.Join(",", Enumerable.Range(0, 200_000).Select(i => $"\"é{i}\":{i}")) + "}";

        var node = Json.Node(json);

        Assert.Equal(1 + json.IndexOf("\"é199999\"", StringComparison.Ordinal), node.Members[^1].Value.Origin.Column);
    }
}
