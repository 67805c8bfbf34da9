using Gateway.Toolkit.Benchmarks.Compare;

namespace Gateway.Toolkit.Benchmarks.Tests;

public sealed class MachineUsageTests
{
    [Fact]
    public void Parse_FirstLineOfStat_LeavesIdleOutOfBusy()
    {
        var usage = MachineUsage.Parse("cpu  100 1 200 5000 300 2 40 7 50 0");

        Assert.Equal(new(Busy: TimeSpan.FromSeconds(3.5), Total: TimeSpan.FromSeconds(56.5)), usage);
    }

    [Theory]
    [InlineData(6, 0.2)]
    [InlineData(8, 0)]
    [InlineData(9, 0)]
    public void ShareOfOthers_BusyTime_IsWhatIsNotOwn(double own, double share)
    {
        var before = new MachineUsage(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(100));
        var after = new MachineUsage(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(110));

        Assert.Equal(share, MachineUsage.ShareOfOthers(before, after, TimeSpan.FromSeconds(own)), precision: 6);
    }
}
