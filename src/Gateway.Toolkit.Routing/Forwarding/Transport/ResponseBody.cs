using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Gateway.Toolkit.Routing;

/// <summary>
/// The body of a response as it comes, or what comes over an upgraded connection. Holds no buffer while it waits, keeps the
/// idle time, and never takes a body that was cut short for a whole one.
/// </summary>
internal sealed class ResponseBody(Stream stream, AttemptWatch watch, TimeSpan idle, long? length) : PipeReader
{
    private const int BufferSize = 16 * 1024;

    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private bool _isExamined = true;
    private bool _isCancelled;
    private long _received;
    private ReadOnlySequence<byte> _given;

    /// <summary>Whether the stream was read to its end.</summary>
    public bool IsEnded { get; private set; }

    public override bool TryRead(out ReadResult result)
    {
        result = default;
        if (_isExamined && !IsEnded)
            return false;
        result = Give();
        return true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (TryRead(out var result))
            return result;
        using var registration = cancellationToken == watch.Outer
            ? default
            : cancellationToken.UnsafeRegister(static state => ((AttemptWatch)state!).Cancel(), watch);
        try
        {
            await FillAsync();
        }
        catch (Exception exception)
        {
            if (_isCancelled)
                return new(default, isCanceled: true, isCompleted: false);
            throw TransportErrors.OfBody(exception, watch, cancellationToken);
        }
        finally
        {
            watch.Rest();
        }

        return Give();
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _isExamined = _given.Slice(examined).IsEmpty;
        _start += (int)_given.Slice(_given.Start, consumed).Length;
        _given = default;
        if (_start == _end)
            Release();
    }

    /// <summary>Gives the response up: what is pending of it can't be had later.</summary>
    public override void CancelPendingRead()
    {
        _isCancelled = true;
        watch.Cancel();
    }

    public override void Complete(Exception? exception = null) => Release();

    private ReadResult Give()
    {
        _given = new(_buffer, _start, _end - _start);
        return new(_given, isCanceled: false, IsEnded);
    }

    private async ValueTask FillAsync()
    {
        if (_start == _end)
        {
            // Nothing is rented while there is nothing to read.
            await ReadAsync(Memory<byte>.Empty);
            _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        }
        else if (_end == _buffer.Length)
        {
            MakeRoom();
        }

        var count = await ReadAsync(_buffer.AsMemory(_end));
        _end += count;
        _received += count;
        IsEnded = count == 0;
        if (IsEnded && length is { } promised && _received != promised)
            throw new ResponseBodyException(GatewayProblem.ResponseIncomplete);
        _isExamined = false;
    }

    private ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        var reading = stream.ReadAsync(buffer, watch.Token);
        if (!reading.IsCompleted)
            watch.Expect(idle, GatewayProblem.IdleTimeout);
        return reading;
    }

    private void MakeRoom()
    {
        var kept = _end - _start;
        var larger = kept > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(larger);
        if (larger != _buffer)
            ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end) = (larger, 0, kept);
    }

    private void Release()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end, _isExamined) = ([], 0, 0, true);
    }
}
