namespace Gateway.Toolkit.Routing.Tests.Matching;

public class HostTests
{
    [Theory]
    [InlineData("a.com", "a.com", true)]
    [InlineData("a.com", "A.COM", true)]
    [InlineData("a.com", "a.com.", true)]
    [InlineData("a.com", "a.com:8080", true)]
    [InlineData("a.com", "b.a.com", false)]
    [InlineData("a.com", "xa.com", false)]
    [InlineData("a.com:8080", "a.com:8080", true)]
    [InlineData("a.com:8080", "a.com", false)]
    [InlineData("a.com:80", "a.com", true)]
    [InlineData("*.a.com", "b.a.com", true)]
    [InlineData("*.a.com", "c.b.a.com", true)]
    [InlineData("*.a.com", "a.com", false)]
    [InlineData("*.a.com", ".a.com", false)]
    [InlineData("*.a.com", "ba.com", false)]
    [InlineData("*.a.com:81", "b.a.com:81", true)]
    [InlineData("*.a.com:81", "b.a.com:82", false)]
    [InlineData("*:81", "x:81", true)]
    [InlineData("*:81", "x", false)]
    [InlineData("*", "x", true)]
    [InlineData("bücher.example", "xn--bcher-kva.example", true)]
    [InlineData("*.BÜCHER.example", "a.xn--bcher-kva.example", true)]
    [InlineData("127.0.0.1", "127.0.0.1:5000", true)]
    [InlineData("[::1]", "[::1]", true)]
    [InlineData("::1", "[::1]:5000", true)]
    [InlineData("[::1]:5000", "[0:0:0:0:0:0:0:1]:5000", true)]
    [InlineData("[::1]:5000", "[::1]", false)]
    [InlineData("[::1]", "[::2]", false)]
    [InlineData("a_b.internal", "a_b.internal", true)]
    [InlineData("a.com", "", false)]
    [InlineData("a.com", "]", false)]
    [InlineData("a.com:80", "a.com:x", false)]
    public void Host_Pattern_MatchesOrNot(string pattern, string host, bool expected)
    {
        Assert.Equal(expected ? "r" : "-", Tables.Of($"r host={pattern}").Ask($"GET / host={host}"));

        Assert.Null(HostPattern.Parse(pattern, out var parsed));
        Assert.Equal(expected, parsed.Matches(new RequestHost(RequestSketch.Parse($"GET / host={host}").Request)));
    }

    [Fact]
    public void Host_FromMostToLeastSpecific_IsPortNameLongestSuffixAnyPort()
    {
        string[] patterns = ["a.b.com:80", "a.b.com", "*.b.com:80", "*.b.com", "*.com", "*:80", "*"];

        for (var i = 0; i < patterns.Length; i++)
        {
            var rest = string.Join(" | ", patterns[i..].Reverse().Select(pattern => $"{Array.IndexOf(patterns, pattern)} host={pattern}"));
            Assert.Equal($"{i}", Tables.Of(rest).Ask("GET / host=a.b.com"));
        }
    }

    [Fact]
    public void Host_OfHttps_HasItsPort()
    {
        var context = RequestSketch.Parse("GET / host=a.com");
        context.Request.Scheme = "https";

        Assert.Equal(MatchOutcome.Matched, Tables.Of("r host=a.com:443").Match(context).Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a com")]
    [InlineData("*.")]
    [InlineData("*a.com")]
    [InlineData("a.*.com")]
    [InlineData("*.[::1]")]
    [InlineData("[::1")]
    [InlineData("[a]")]
    [InlineData("a.com:0")]
    [InlineData("a.com:65536")]
    [InlineData("a.com:")]
    [InlineData("a.com/x")]
    [InlineData("-.com@b")]
    [InlineData("a\u0000b")]
    public void Host_Malformed_IsRefused(string pattern) => Assert.NotNull(HostPattern.Parse(pattern, out _));
}
