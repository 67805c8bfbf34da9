using CsCheck;

namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class GatewayDurationTests
{
    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("0.5ms", 0.5)]
    [InlineData("10s", 10_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("0s", 0)]
    [InlineData("5m", 300_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("2d", 172_800_000)]
    [InlineData("00:01:30", 90_000)]
    [InlineData("1:02:03", 3_723_000)]
    [InlineData("23:59:59", 86_399_000)]
    [InlineData("00:00:00.25", 250)]
    public void Text_EachNotation_IsRead(string text, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), GatewayValues.Duration.Read(text));

    [Theory]
    [InlineData("60", "\"60\" has no unit; write \"60s\", \"1m\" or \"00:01:00\"")]
    [InlineData("5", "\"5\" has no unit; write \"5s\" or \"00:00:05\"")]
    [InlineData("3600", "\"3600\" has no unit; write \"3600s\", \"1h\" or \"01:00:00\"")]
    [InlineData("0", "\"0\" has no unit; write \"0s\" for seconds or \"0ms\" for milliseconds")]
    [InlineData("1.5", "\"1.5\" has no unit; write \"1.5s\" for seconds or \"1.5ms\" for milliseconds")]
    [InlineData("100000", "\"100000\" has no unit; write \"100000s\" for seconds or \"100000ms\" for milliseconds")]
    [InlineData("99999999999999999999d", "\"99999999999999999999d\" is too long")]
    [InlineData("79228162514264337593543950335d", "\"79228162514264337593543950335d\" is too long")]
    [InlineData("24:00:00", "\"24:00:00\" is not hh:mm:ss below a day; write days with a unit, such as \"2d\"")]
    [InlineData("1.00:00:00", "\"1.00:00:00\" is not hh:mm:ss below a day; write days with a unit, such as \"2d\"")]
    [InlineData("1:30", "\"1:30\" is not hh:mm:ss below a day; write days with a unit, such as \"2d\"")]
    [InlineData("-5s", "\"-5s\" is not a duration such as \"250ms\", \"10s\", \"5m\", \"1h\", \"2d\" or \"00:01:30\"")]
    [InlineData("5min", "\"5min\" is not a duration such as \"250ms\", \"10s\", \"5m\", \"1h\", \"2d\" or \"00:01:30\"")]
    [InlineData("1e3s", "\"1e3s\" is not a duration such as \"250ms\", \"10s\", \"5m\", \"1h\", \"2d\" or \"00:01:30\"")]
    [InlineData("", "\"\" is not a duration such as \"250ms\", \"10s\", \"5m\", \"1h\", \"2d\" or \"00:01:30\"")]
    public void Text_NoDuration_SaysWhatToWrite(string text, string message) => Assert.Equal(message, GatewayValues.Duration.Error(text));

    [Fact]
    public void Number_NoUnit_SaysWhatToWrite() =>
        Assert.Equal("\"60\" has no unit; write \"60s\", \"1m\" or \"00:01:00\"", GatewayValues.Duration.Error(Nodes.Number("60")));

    [Fact]
    public void List_AsDuration_IsAnError() =>
        Assert.Equal($"is a list; expected {GatewayValues.Duration.Expected}", GatewayValues.Duration.Error(Nodes.List()));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(1_500, "1500ms")]
    [InlineData(60_000, "1m")]
    [InlineData(7_200_000, "2h")]
    [InlineData(172_800_000, "2d")]
    [InlineData(0.25, "0.25ms")]
    public void ToText_AnyDuration_IsTheShortest(double milliseconds, string text) =>
        Assert.Equal(text, GatewayDuration.ToText(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void ToText_AnyDuration_ReadsBackEqual() =>
        Gen.Long[0, TimeSpan.MaxValue.Ticks].Select(ticks => new TimeSpan(ticks))
            .Sample(span => GatewayDuration.TryParse(GatewayDuration.ToText(span), out var read, out _) && read == span);

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndIsNeverNegative() =>
        Gen.String[Gen.Char["0123456789.:-+ emshd"], 0, 34]
            .Sample(text => !GatewayDuration.TryParse(text, out var value, out var error) || (value >= TimeSpan.Zero && error is null));
}
