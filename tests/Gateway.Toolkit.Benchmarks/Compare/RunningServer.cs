using System.Globalization;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>A server in a process of its own: the origin or a proxy.</summary>
/// <param name="Name">What the reports call it.</param>
/// <param name="Version">Which version runs.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="ProcessId">The process that is measured, with its children.</param>
/// <param name="Child">What ends it.</param>
/// <param name="CountsAllocations">Whether <paramref name="Child"/> answers with the bytes it has allocated.</param>
internal sealed record RunningServer(
    string Name, string Version, Uri Address, int ProcessId, ChildProcess Child, bool CountsAllocations) : IAsyncDisposable
{
    public ProcessUsage Usage() => ProcessTree.Usage(ProcessId);

    public async Task<long?> AllocatedBytesAsync(CancellationToken cancellation) => CountsAllocations
        ? long.Parse(await Child.AskAsync("allocated", cancellation), CultureInfo.InvariantCulture)
        : null;

    public ValueTask DisposeAsync() => Child.DisposeAsync();
}
