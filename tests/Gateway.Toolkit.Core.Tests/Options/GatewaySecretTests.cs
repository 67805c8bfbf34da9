namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class GatewaySecretTests
{
    [Fact]
    public void Secret_Text_NeverPrints()
    {
        var secret = GatewayValues.Secret.Read("hunter2");
        Assert.Equal("hunter2", secret.Reveal());
        Assert.Equal("***", secret.ToString());
        Assert.Equal("***", $"{secret}");
        Assert.DoesNotContain("hunter2", GatewayValues.Secret.Write(secret).ToString(), StringComparison.Ordinal);
        Assert.True(GatewayValues.Secret.IsSecret);
    }

    [Fact]
    public void Secret_Written_ReadsBackEqual()
    {
        var secret = new GatewaySecret("hunter2");
        Assert.Equal(secret, GatewayValues.Secret.Read(GatewayValues.Secret.Write(secret)));
        Assert.Equal(secret.GetHashCode(), new GatewaySecret("hunter2").GetHashCode());
        Assert.NotEqual(secret, new GatewaySecret("hunter3"));
    }

    [Fact]
    public void Secret_NoText_IsAnErrorThatDoesNotShowIt() =>
        Assert.Equal(
            "is no text; expected a secret, best as \"file:PATH\" or \"env:NAME\"", GatewayValues.Secret.Error(Nodes.Number("123456")));

    [Fact]
    public void Redaction_SecretsAnywhere_AreReplaced()
    {
        var map = new GatewayMap<GatewayList<GatewaySecret>>([new("a", [new("hunter2")])]);
        var node = Redaction.Apply(GatewayValues.Map(GatewayValues.List(GatewayValues.Secret)), map);
        Assert.Equal(Nodes.Object(("a", Nodes.List(Nodes.Text("***")))), node);
    }
}
