namespace Gateway.Toolkit.Benchmarks.Compare;

internal readonly record struct ProcessUsage(TimeSpan User, TimeSpan System, long ResidentBytes)
{
    public TimeSpan Cpu => User + System;
}
