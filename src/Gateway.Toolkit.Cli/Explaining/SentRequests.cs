using System.Collections.Concurrent;

namespace Gateway.Toolkit.Cli.Explaining;

/// <summary>The requests that would have gone out; those to mirrors may be noted from another thread.</summary>
internal sealed class SentRequests
{
    private readonly ConcurrentQueue<SentRequest> _items = [];

    public IReadOnlyCollection<SentRequest> Items => _items;

    public void Add(SentRequest request) => _items.Enqueue(request);
}
