namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class ReferenceErrorTests
{
    [Fact]
    public void Errors_ValueFromAReference_NameTheReferenceOnly()
    {
        var node = GatewayConfigNode.String("hunter2:3600", textOnly: true, reference: "env:HIDDEN");
        string[] messages =
        [
            GatewayValues.Int32.Error(node), GatewayValues.Boolean.Error(node), GatewayValues.Duration.Error(node),
            GatewayValues.Enum<GatewayPeriod>().Error(node), GatewayValues.HttpAddress.Error(node), GatewayValues.Scalar<GatewaySize>().Error(node),
            GatewayValues.Scalar<GatewayRate>().Error(node), GatewayValues.Map(GatewayValues.String).Error(node),
        ];
        Assert.All(messages, message => Assert.DoesNotContain("3600", message, StringComparison.Ordinal));
        Assert.Equal("\"env:HIDDEN\" is not a whole number", messages[0]);
    }

    [Fact]
    public void Errors_ElementOfAListFromAReference_NameTheReferenceOnly() =>
        Assert.Equal(
            ["K:1: \"env:PORTS\" is not a whole number"],
            GatewayValues.List(GatewayValues.Int32).Errors(GatewayConfigNode.String("1,hunter2", textOnly: true, reference: "env:PORTS")));

    [Fact]
    public void Errors_RangeOfAReference_NamesTheReferenceOnly() =>
        Assert.Equal(
            ["K:Tries: \"env:TRIES\" is out of range; allowed: from 1 to 10"],
            GatewayValues.Options<SampleOptions>().Errors(Nodes.Object(
                ("Path", Nodes.Text("p")), ("Tries", GatewayConfigNode.String("4711", textOnly: true, reference: "env:TRIES")))));
}
