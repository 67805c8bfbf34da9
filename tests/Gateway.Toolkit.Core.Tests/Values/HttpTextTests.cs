namespace Gateway.Toolkit.Core.Tests.Values;

public sealed class HttpTextTests
{
    [Theory]
    [InlineData("X-Tenant", true)]
    [InlineData("a!#$%&'*+-.^_`|~9", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a:", false)]
    [InlineData("\u00e9", false)]
    public void IsToken_Text_FollowsTheGrammar(string text, bool expected) => Assert.Equal(expected, HttpText.IsToken(text));

    [Theory]
    [InlineData("example.com", true)]
    [InlineData("under_score.local:8080", true)]
    [InlineData("127.0.0.1:80", true)]
    [InlineData("[::1]", true)]
    [InlineData("[2001:db8::1]:443", true)]
    [InlineData("", false)]
    [InlineData(".example.com", false)]
    [InlineData("a..b", false)]
    [InlineData("a:", false)]
    [InlineData("a:65536", false)]
    [InlineData("a:8 0", false)]
    [InlineData("a:+80", false)]
    [InlineData("[::1", false)]
    [InlineData("[]", false)]
    [InlineData("[::1]x", false)]
    [InlineData("a@b", false)]
    [InlineData("a/b", false)]
    [InlineData("a:80:90", false)]
    public void IsAuthority_Text_IsAHostWithOrWithoutAPort(string text, bool expected) => Assert.Equal(expected, HttpText.IsAuthority(text));
}
