using System.Diagnostics;
using Gateway.Toolkit.Benchmarks.Compare;

namespace Gateway.Toolkit.Benchmarks.Tests;

public sealed class ProcessStatTests
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("tmux: server")]
    [InlineData("a) R 1 (b")]
    public void Parse_AnyProgramName_ReadsTheFieldsAfterIt(string program)
    {
        var stat = ProcessStat.Parse(
            $"4711 ({program}) S 42 4711 42 34816 4711 4194560 1 2 3 4 550 660 70 80 20 0 1 0 900 1000000 321 184467 1 1 0");

        Assert.Equal(new(Id: 4711, Parent: 42, UserTicks: 620, SystemTicks: 740, ResidentPages: 321), stat);
    }

    [Fact]
    public void Of_GrandchildrenAndStrangers_TakesTheGrandchildrenAlone()
    {
        ProcessStat[] processes = [new(30, 20, 1, 1, 1), new(10, 1, 1, 1, 1), new(20, 10, 1, 1, 1), new(99, 1, 1, 1, 1)];

        Assert.Equal([10, 20, 30], ProcessTree.Of(10, processes).Select(process => process.Id));
    }

    [Fact]
    public void Usage_ThisProcess_LiesBetweenItsOwnTimeAndWhatTheCoresHad()
    {
        using var self = Process.GetCurrentProcess();
        var tick = TimeSpan.FromMilliseconds(20);

        var own = self.TotalProcessorTime;
        var usage = ProcessTree.Usage(Environment.ProcessId);
        var most = (DateTime.Now - self.StartTime) * Environment.ProcessorCount;

        Assert.InRange(usage.Cpu, own - tick, most + tick);
        Assert.True(usage.ResidentBytes > self.WorkingSet64 / 2);
    }
}
