using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit;

/// <summary>Takes a local endpoint's response where the client's would be: head, body by a pipe with back-pressure, trailers.</summary>
internal sealed class ResponseCapture(HttpResponse? live)
    : IHttpResponseFeature, IHttpResponseBodyFeature, IHttpResponseTrailersFeature
{
    private readonly Pipe _pipe = new(new PipeOptions(useSynchronizationContext: false));
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();
    private Task _running = Task.CompletedTask;
    private Stream? _stream;
    private PipeWriter? _pipeWriter;

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public IHeaderDictionary Trailers { get; set; } = new HeaderDictionary();

    public bool HasStarted { get; private set; }

    public Stream Stream => _stream ??= new StartingStream(this, _pipe.Writer.AsStream(leaveOpen: true));

    public PipeWriter Writer => _pipeWriter ??= PipeWriter.Create(Stream, new StreamPipeWriterOptions(leaveOpen: true));

    Stream IHttpResponseFeature.Body
    {
        get => Stream;
        set => throw new NotSupportedException("Replace IHttpResponseBodyFeature instead");
    }

    /// <summary>Runs an endpoint until its response begins or it is done; its failure before that is thrown here.</summary>
    public async Task RunAsync(RequestDelegate endpoint, HttpContext context, AsyncServiceScope? scope)
    {
        _running = CallAsync(endpoint, context, scope);
        if (await Task.WhenAny(_started.Task, _running) == _running)
            await _running;
    }

    /// <summary>The response, its body still to come.</summary>
    public ExchangeResponse ToResponse() => new CapturedResponse(this);

    public void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => live?.OnCompleted(callback, state);

    public void DisableBuffering()
    {
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (HasStarted)
            return;
        while (_starting.TryPop(out var item))
            await item.Callback(item.State);
        HasStarted = true;
        _started.TrySetResult();
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        await StartAsync();
        if (_pipeWriter is not null)
            await _pipeWriter.FlushAsync();
        await _pipe.Writer.CompleteAsync();
    }

    private async Task CallAsync(RequestDelegate endpoint, HttpContext context, AsyncServiceScope? scope)
    {
        await using var disposal = scope as IAsyncDisposable;
        try
        {
            await endpoint(context);
            await CompleteAsync();
        }
        catch (Exception exception)
        {
            // A body that has begun breaks off, so that the relay aborts the client.
            await _pipe.Writer.CompleteAsync(new IOException("The endpoint failed after its response had begun", exception));
            if (!HasStarted)
                throw;
        }
    }

    private sealed class CapturedResponse : ExchangeResponse
    {
        private readonly ResponseCapture _capture;

        public CapturedResponse(ResponseCapture capture)
            : base(capture.StatusCode)
        {
            _capture = capture;
            ReasonPhrase = capture.ReasonPhrase;
            Body = capture._pipe.Reader;
        }

        public override IHeaderDictionary? Trailers => _capture.Trailers;

        protected override async ValueTask DisposeAsyncCore()
        {
            // Whatever the endpoint still writes goes nowhere; it must be done before the request is.
            await base.DisposeAsyncCore();
            await _capture._running;
        }

        protected override void WriteHeadersTo(IHeaderDictionary target)
        {
            foreach (var (name, values) in _capture.Headers)
                target[name] = values;
        }
    }

    /// <summary>Begins the response at the first write or flush, as a server does.</summary>
    private sealed class StartingStream(ResponseCapture capture, Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await capture.StartAsync(cancellationToken);
            await inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            await capture.StartAsync(cancellationToken);
            await inner.FlushAsync(cancellationToken);
        }

        public override void Flush() => throw new NotSupportedException("Write asynchronously");

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write asynchronously");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
