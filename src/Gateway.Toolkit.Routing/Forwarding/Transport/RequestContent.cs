using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>
/// Streams an exchange's body to a destination, as fast as the slower of the two sides. What waits to be sent is flushed
/// before the client is waited for, so bodies that are sent bit by bit arrive bit by bit.
/// </summary>
internal sealed class RequestContent(ExchangeBody body, AttemptWatch watch, TimeoutOptions timeouts) : HttpContent
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _started;

    /// <summary>Why the body could not be read; null if it could. The client's doing, or that of a module that changed the body.</summary>
    public Exception? ReadFailure { get; private set; }

    /// <summary>Ends when nothing is read from the body any more; at once if nothing ever was.</summary>
    public Task Completion => Volatile.Read(ref _started) ? _done.Task : Task.CompletedTask;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var reader = body.Open();
        Volatile.Write(ref _started, true);
        try
        {
            await CopyAsync(reader, stream, cancellationToken);
            await reader.CompleteAsync();
            watch.ExpectWhileSending(timeouts.Head, GatewayProblem.ResponseTimeout);
        }
        finally
        {
            _done.SetResult();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length ?? 0;
        return body.Length is not null;
    }

    private async Task CopyAsync(PipeReader reader, Stream stream, CancellationToken cancellation)
    {
        var sent = 0L;
        while (true)
        {
            var read = await ReadAsync(reader, stream, cancellation);
            sent += read.Buffer.Length;
            Check(sent, read.IsCompleted);
            watch.ExpectWhileSending(timeouts.Idle, _notTaken);
            foreach (var segment in read.Buffer)
                await stream.WriteAsync(segment, cancellation);
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return;
        }
    }

    private async ValueTask<ReadResult> ReadAsync(PipeReader reader, Stream stream, CancellationToken cancellation)
    {
        try
        {
            if (reader.TryRead(out var read))
                return read;
        }
        catch (Exception exception)
        {
            ReadFailure = exception;
            throw;
        }

        await stream.FlushAsync(cancellation);
        watch.ExpectWhileSending(timeouts.Idle, GatewayProblem.RequestTimeout);
        try
        {
            return await reader.ReadAsync(cancellation);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            ReadFailure = exception;
            throw;
        }
    }

    // A request that is longer or shorter than it says would be taken for another one.
    private void Check(long sent, bool isCompleted)
    {
        if (body.Length is not { } length || (sent <= length && (!isCompleted || sent == length)))
            return;
        ReadFailure = new BadHttpRequestException($"The request's body has {(sent > length ? "more" : "less")} than the {length} bytes of its Content-Length");
        throw ReadFailure;
    }

    private static readonly GatewayProblem _notTaken = GatewayProblem.IdleTimeout with { ProxyStatus = "connection_write_timeout" };
}
