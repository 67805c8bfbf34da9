using System.Globalization;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>What all cores together have done since the machine started: the first line of <c>/proc/stat</c>; see proc(5).</summary>
internal readonly record struct MachineUsage(TimeSpan Busy, TimeSpan Total)
{
    public static MachineUsage Now() => Parse(File.ReadLines("/proc/stat").First());

    public static MachineUsage Parse(string line)
    {
        // user nice system idle iowait irq softirq steal; guests, which follow, are part of user and nice.
        var ticks = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
            .Select(field => long.Parse(field, CultureInfo.InvariantCulture))
            .ToArray();
        var total = ticks.Sum();
        return new((total - ticks[3] - ticks[4]) * ProcessTree.Tick, total * ProcessTree.Tick);
    }

    /// <summary>
    /// The share of the machine, from 0 to 1, that others than a given process tree took between two moments. The kernel
    /// charges the work of interrupts to whom they interrupt, so busy time is what is not idle, not user and system time.
    /// </summary>
    public static double ShareOfOthers(MachineUsage before, MachineUsage after, TimeSpan own) =>
        Math.Clamp((after.Busy - before.Busy - own) / (after.Total - before.Total), 0, 1);
}
