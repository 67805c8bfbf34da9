namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>One proxy in one round. CPU is the proxy's own, its children included; memory is at the end of the round;
/// others are the processes that have nothing to do with the comparison.</summary>
internal sealed record Measurement(
    double RequestsPerSecond,
    double UserMicroseconds,
    double SystemMicroseconds,
    double P50Milliseconds,
    double P99Milliseconds,
    double ResidentMegabytes,
    double? AllocatedBytes,
    double ShareOfOthers,
    long Errors)
{
    public double CpuMicroseconds => UserMicroseconds + SystemMicroseconds;

    public static async Task<Measurement> TakeAsync(RunningServer proxy, Wrk wrk, int seconds, CancellationToken cancellation)
    {
        var allocatedBefore = await proxy.AllocatedBytesAsync(cancellation);
        var (machineBefore, allBefore, before) = (MachineUsage.Now(), ProcessTree.Usage(Environment.ProcessId), proxy.Usage());
        var load = await wrk.RunAsync(proxy.Address, seconds, cancellation);
        var (machineAfter, allAfter, after) = (MachineUsage.Now(), ProcessTree.Usage(Environment.ProcessId), proxy.Usage());
        var allocated = await proxy.AllocatedBytesAsync(cancellation) - allocatedBefore;
        if (load.Requests == 0)
            throw new CompareException($"{proxy.Name} answered nothing: {proxy.Child.Errors}");

        return new(
            load.Requests / (load.Duration / 1e6),
            (after.User - before.User).TotalMicroseconds / load.Requests,
            (after.System - before.System).TotalMicroseconds / load.Requests,
            load.P50 / 1e3,
            load.P99 / 1e3,
            after.ResidentBytes / (1024.0 * 1024.0),
            allocated / (double)load.Requests,
            MachineUsage.ShareOfOthers(machineBefore, machineAfter, allAfter.Cpu - allBefore.Cpu),
            load.Errors);
    }
}
