using Gateway.Toolkit.Benchmarks.Compare;

namespace Gateway.Toolkit.Benchmarks.Tests;

public sealed class SpreadTests
{
    [Theory]
    [InlineData(new double[] { 3, 1, 2 }, 2, 1, 3)]
    [InlineData(new double[] { 4, 1, 3, 2 }, 2.5, 1, 4)]
    [InlineData(new double[] { 7 }, 7, 7, 7)]
    public void Of_Values_IsMedianLeastAndMost(double[] values, double median, double least, double most) =>
        Assert.Equal(new(median, least, most), Spread.Of(values));

    [Fact]
    public void To_MachineHalvesItsSpeedBetweenRounds_RatioStaysTheSame()
    {
        var own = new ProxyResult("own", "1", [Round(100), Round(50)]);
        var other = new ProxyResult("other", "1", [Round(200), Round(100)]);

        Assert.Equal(new(0.5, 0.5, 0.5), own.To(other, round => round.RequestsPerSecond));
    }

    private static Measurement Round(double requestsPerSecond) => new(requestsPerSecond, 1, 1, 1, 1, 1, null, 0, 0);
}
