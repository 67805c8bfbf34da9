using Gateway.Toolkit.TestSupport;

namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class OptionsMutationTests
{
    [Theory]
    [InlineData(typeof(SampleOptions))]
    [InlineData(typeof(SwitchOptions))]
    [InlineData(typeof(RouteOptions))]
    public void Failures_GeneratedRecord_AreNone(Type record) => Assert.Empty(OptionsMutation.Failures(record));

    [Fact]
    public void Failures_FaultyRecord_NameEachMistake()
    {
        var failures = OptionsMutation.Failures(typeof(FaultyOptions));
        var name = typeof(FaultyOptions).FullName;
        Assert.Equal(
            [
                $"{name}.Uncompared: the change to 1 leaves the record equal",
                $"{name}.Dropped: no change reads back equal: reads as faulty",
                $"{name}.NeverNull: may be null but is not by default, and null can't be written",
                $"{name}.TooSmall: its default is not allowed: TooSmall: \"0\" is out of range; allowed: 1 or more",
                $"{name}.Forgotten: is not what one key reads",
            ],
            failures.DistinctBy(failure => failure.Split(':')[0]));
        Assert.DoesNotContain(failures, failure => failure.Contains(".Sound", StringComparison.Ordinal));
    }

    [Fact]
    public void RecordsOf_Assembly_AreThoseWithTheAttribute()
    {
        var records = OptionsMutation.RecordsOf(typeof(SampleOptions).Assembly).ToList();
        Assert.Contains(typeof(SampleOptions), records);
        Assert.Contains(typeof(Other.SampleOptions), records);
        Assert.DoesNotContain(typeof(FaultyOptions), records);
    }
}
