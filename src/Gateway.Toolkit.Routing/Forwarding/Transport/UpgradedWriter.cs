using System.IO.Pipelines;

namespace Gateway.Toolkit.Routing;

/// <summary>What is sent to a destination over an upgraded connection; keeps the connection from counting as idle.</summary>
internal sealed class UpgradedWriter(Stream stream, AttemptWatch watch) : PipeWriter
{
    private readonly PipeWriter _writer = Create(stream, new StreamPipeWriterOptions(leaveOpen: true));

    public override void Advance(int bytes) => _writer.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _writer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _writer.GetSpan(sizeHint);

    public override void CancelPendingFlush() => _writer.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => _writer.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => _writer.CompleteAsync(exception);

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var result = await _writer.FlushAsync(cancellationToken);
            watch.Touch();
            return result;
        }
        catch (Exception exception)
        {
            throw TransportErrors.OfBody(exception, watch, cancellationToken);
        }
    }
}
