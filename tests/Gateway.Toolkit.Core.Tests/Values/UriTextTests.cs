using CsCheck;

namespace Gateway.Toolkit.Core.Tests.Values;

public sealed class UriTextTests
{
    [Theory]
    [InlineData("/", false)]
    [InlineData("/a/b.c/...", false)]
    [InlineData("/a/..b/b..", false)]
    [InlineData("/a%252e%252e/b", false)]
    [InlineData("/.", true)]
    [InlineData("/a/..", true)]
    [InlineData("/a/./b", true)]
    [InlineData("/%2e%2E/b", true)]
    [InlineData("/a/.%2e", true)]
    [InlineData("/a%2f..%2Fb", true)]
    [InlineData("/a\\..\\b", true)]
    [InlineData("/a%5c%2e%5Cb", true)]
    public void HasDotSegment_Path_CountsWhatAnyReaderMightTakeForOne(string path, bool expected) =>
        Assert.Equal(expected, UriText.HasDotSegment(path));

    [Theory]
    [InlineData("/a%2Fb/%c3%a9;v=1", "/a%2Fb/%c3%a9;v=1")]
    [InlineData("/a b\"<\u00e9?#", "/a%20b%22%3C%C3%A9%3F%23")]
    [InlineData("/100%/%zz/%4", "/100%25/%25zz/%254")]
    public void CleanPath_Path_EncodesOnlyWhatMustBe(string path, string expected) => Assert.Equal(expected, UriText.CleanPath(path));

    [Fact]
    public void Clean_AnyText_IsCleanAfterwards() => Gen.String.Sample(text =>
    {
        Assert.Equal(UriText.CleanPath(text), UriText.CleanPath(UriText.CleanPath(text)));
        Assert.Equal(UriText.CleanQuery(text), UriText.CleanQuery(UriText.CleanQuery(text)));
    });

    [Fact]
    public void Encode_AnyText_DecodesToTheSame() => Gen.String.Sample(text =>
    {
        var expected = text.ReplaceLoneSurrogates();
        Assert.Equal(expected, UriText.Decode(UriText.EncodeSegment(text)));
        Assert.Equal(expected, UriText.DecodeQuery(UriText.EncodeQuery(text)));
    });
}
