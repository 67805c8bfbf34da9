using System.IO.Pipelines;

namespace Gateway.Toolkit;

/// <summary>Where the body of an exchange's request comes from.</summary>
public abstract class ExchangeBody
{
    /// <summary>No body: nothing is sent, not even a length.</summary>
    public static ExchangeBody None { get; } = new NoBody();

    /// <summary>Whether there is a body, if only an empty one.</summary>
    public virtual bool Exists => true;

    /// <summary>The length in bytes, if it is known before reading.</summary>
    public abstract long? Length { get; }

    /// <summary>Whether <see cref="Open"/> may be called again after the body was read: what a second attempt needs.</summary>
    public abstract bool CanReplay { get; }

    /// <summary>Whether reading has begun.</summary>
    public abstract bool WasOpened { get; }

    /// <summary>Begins reading.</summary>
    /// <exception cref="InvalidOperationException">The body was read already and can't be replayed.</exception>
    public abstract PipeReader Open();

    /// <summary>A body of bytes in memory; it can be replayed.</summary>
    public static ExchangeBody FromBytes(ReadOnlyMemory<byte> bytes) => new BytesBody(bytes);

    private sealed class NoBody : ExchangeBody
    {
        public override bool Exists => false;

        public override long? Length => 0;

        public override bool CanReplay => true;

        public override bool WasOpened => false;

        public override PipeReader Open() => PipeReader.Create(System.Buffers.ReadOnlySequence<byte>.Empty);
    }

    private sealed class BytesBody(ReadOnlyMemory<byte> bytes) : ExchangeBody
    {
        private bool _opened;

        public override long? Length => bytes.Length;

        public override bool CanReplay => true;

        public override bool WasOpened => _opened;

        public override PipeReader Open()
        {
            _opened = true;
            return PipeReader.Create(new System.Buffers.ReadOnlySequence<byte>(bytes));
        }
    }
}
