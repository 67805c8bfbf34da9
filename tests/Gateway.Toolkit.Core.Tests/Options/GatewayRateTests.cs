using CsCheck;

namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class GatewayRateTests
{
    private static readonly GatewayValue<GatewayRate> _value = GatewayValues.Scalar<GatewayRate>();

    [Theory]
    [InlineData("100/s", 100, GatewayPeriod.Second)]
    [InlineData("10/m", 10, GatewayPeriod.Minute)]
    [InlineData("5/h", 5, GatewayPeriod.Hour)]
    [InlineData("1000/day", 1000, GatewayPeriod.Day)]
    [InlineData("1 / month", 1, GatewayPeriod.Month)]
    public void Text_EachPeriod_IsRead(string text, long count, GatewayPeriod period) =>
        Assert.Equal(new(count, period), _value.Read(text));

    [Theory]
    [InlineData("100", "\"100\" has no period; write \"100/s\", \"100/m\", \"100/h\" or \"100/day\"")]
    [InlineData("100/min", "\"min\" is no period; allowed: s, m, h, day, month")]
    [InlineData("100/", "\"\" is no period; allowed: s, m, h, day, month")]
    [InlineData("-1/s", "\"-1/s\" is not a rate such as \"100/s\" or \"10/m\"")]
    [InlineData("1.5/s", "\"1.5/s\" is not a rate such as \"100/s\" or \"10/m\"")]
    [InlineData("fast", "\"fast\" is not a rate such as \"100/s\" or \"10/m\"")]
    public void Text_NoRate_SaysWhatToWrite(string text, string message) => Assert.Equal(message, _value.Error(text));

    [Fact]
    public void ToText_AnyRate_ReadsBackEqual() =>
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Enum<GatewayPeriod>(), (count, period) => new GatewayRate(count, period))
            .Sample(rate => _value.Read(_value.Write(rate)) == rate);

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Gen.String[Gen.Char["0123456789/ smhdayont-"], 0, 30]
            .Sample(text => !GatewayRate.TryParse(text, out var rate, out _) || rate.Count >= 0);
}
