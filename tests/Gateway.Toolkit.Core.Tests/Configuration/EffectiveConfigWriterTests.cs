using System.Text.Json;

namespace Gateway.Toolkit.Core.Tests.Configuration;

public class EffectiveConfigWriterTests
{
    private static readonly EffectiveConfigWriter _writer = new(TestShape.Instance);

    [Fact]
    public void Text_MergedTree_HasTheOriginOfEveryValue()
    {
        var tree = ConfigMerge.Merge(
            [
                (Json.Node("""
                    { "Routes": { "a": { "Match": { "Path": "/é" }, "Use": ["p", "q"], "Cache": {} } },
                      "Parts": [{ "Name": "n" }, 2] }
                    """, "a.json"), false),
                (Json.Node("""{ "Routes": { "a": { "Match": { "Order": 5 } } } }""", "b.json"), false),
            ],
            TestShape.Instance,
            new());

        Assert.Equal(
            """
            {
              "Routes": {
                "a": {
                  "Match": {
                    "Path": "/é",     // a.json:1:33
                    "Order": 5        // b.json:1:33
                  },
                  "Use": ["p", "q"],  // a.json:1:49
                  "Cache": {}         // a.json:1:68
                }
              },
              "Parts": [
                {
                  "Name": "n"         // a.json:2:15
                },
                2                     // a.json:2:30
              ]
            }

            """,
            _writer.Text(tree));
    }

    [Fact]
    public void Text_SecretsAndReferences_NeverShow()
    {
        var text = _writer.Text(Secrets());

        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
        Assert.Equal(8, text.Split("\"***\"").Length - 1);
        Assert.Contains("\"Issuer\": \"shown\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Key\": \"env:NAME\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Hook\": \"(Uri set in code)\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_SecretsAndReferences_NeverShow()
    {
        using var list = JsonDocument.Parse(_writer.Json(Secrets()));

        var values = list.RootElement.EnumerateArray().ToDictionary(item => item.GetProperty("path").GetString()!, item => item.GetProperty("value").ToString());
        Assert.DoesNotContain(values.Values, value => value.Contains("hidden", StringComparison.Ordinal));
        Assert.Equal("env:NAME", values["Gateway:Routes:b:Auth:Key"]);
        Assert.Equal("***", values["Gateway:Auth:Parts:0:Key"]);
        Assert.Equal("shown", values["Gateway:Auth:Issuer"]);
    }

    [Fact]
    public void Json_Values_KeepTheirKindAndHavePathAndOrigin()
    {
        using var list = JsonDocument.Parse(_writer.Json(Json.Node("""{ "a": { "b": 1.50, "c": [true, "x"] } }""", "a.json")));

        Assert.Equal(
            ["""Gateway:a:b 1.50 a.json:1:10""", """Gateway:a:c [true, "x"] a.json:1:21"""],
            list.RootElement.EnumerateArray().Select(item =>
                $"{item.GetProperty("path").GetString()} {item.GetProperty("value").GetRawText()} {item.GetProperty("origin").GetString()}"));
    }

    private static GatewayConfigNode Secrets()
    {
        var json = Json.Node("""
            { "Auth": { "Issuer": "shown", "Key": "hidden", "Keys": { "x": "hidden", "y": ["hidden"] }, "Parts": [{ "Key": "hidden" }] },
              "Routes": { "a": { "Auth": { "key": "hidden" } } },
              "Policies": { "p": { "Auth": { "Key": { "oops": "hidden" } } } },
              "Upstreams": { "u": { "Destinations": { "d": { "Address": "http://d", "Http": { "Key": "hidden" } } } } } }
            """);
        var code = GatewayConfigNode.Object(
        [
            new("Hook", GatewayConfigNode.FromCode(new Uri("http://hidden"))),
            new("Code", GatewayConfigNode.FromCode(new GatewaySecret("hidden"))),
            new("Routes", Of("b", Of("Auth", Of("Key", GatewayConfigNode.String("hidden", reference: "env:NAME"))))),
        ]).AsRoot("Gateway");
        return ConfigMerge.Merge([(json, false), (code, false)], TestShape.Instance, new());

        static GatewayConfigNode Of(string key, GatewayConfigNode node) => GatewayConfigNode.Object([KeyValuePair.Create(key, node)]);
    }
}
