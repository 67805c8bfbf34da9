namespace Gateway.Toolkit.Core.Tests.Configuration;

public class GatewayErrorsTests
{
    [Theory]
    [InlineData("s3cr3t")]
    [InlineData("60")]
    [InlineData("s3\"cr3t")]
    [InlineData("ftp://s3cr3t/path")]
    [InlineData("http://user:s3cr3t@host/")]
    public void Add_ValueThatCameByAReference_IsNeverInTheMessage(string content)
    {
        foreach (var value in (GatewayValue[])[GatewayValues.Duration, GatewayValues.Int32, GatewayValues.Boolean, GatewayValues.HttpAddress,
            GatewayValues.Scalar<GatewayRate>(), GatewayValues.Scalar<GatewaySize>(), GatewayValues.Enum<ReloadApply>(), GatewayValues.List(GatewayValues.Int32)])
        {
            var errors = new GatewayErrors();
            var node = GatewayConfigNode.String(content, textOnly: true, reference: "env:NAME");

            value.ReadObject(node, errors);

            foreach (var error in errors.Items)
            {
                Assert.DoesNotContain(content, error.Message, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("s3cr3t", error.Message, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public void Add_OfAnUnresolvedReference_SaysOnlyThat()
    {
        var errors = new GatewayErrors();
        var node = GatewayConfigNode.Unresolved("env:NAME", GatewayConfigOrigin.Code, "there is no NAME");

        GatewayValues.Duration.ReadObject(node, errors);
        errors.Add(node, "something else");

        Assert.Equal("there is no NAME", Assert.Single(errors.Items).Message);
    }

    [Fact]
    public void Add_OfAnOrdinaryValue_QuotesIt()
    {
        var errors = new GatewayErrors();

        GatewayValues.Duration.ReadObject(GatewayConfigNode.Number("60"), errors);

        Assert.StartsWith("\"60\" has no unit", Assert.Single(errors.Items).Message, StringComparison.Ordinal);
    }
}
