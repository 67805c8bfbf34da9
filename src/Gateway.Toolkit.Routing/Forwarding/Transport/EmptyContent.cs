using System.Net;

namespace Gateway.Toolkit.Routing;

/// <summary>No bytes: carries the fields about a body that is empty or absent.</summary>
internal sealed class EmptyContent : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
