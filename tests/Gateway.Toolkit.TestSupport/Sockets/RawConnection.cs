using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Gateway.Toolkit.TestSupport;

/// <summary>One end of a connection, byte by byte; text is Latin-1. Every wait ends after ten seconds.</summary>
public sealed class RawConnection(Stream stream, Socket socket) : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The stream beneath, for bytes that are not read yet.</summary>
    public Stream Stream => stream;

    /// <summary>Sends text.</summary>
    public Task WriteAsync(string text) => WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends bytes.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        using var patience = new CancellationTokenSource(_patience);
        await stream.WriteAsync(bytes, patience.Token);
        await stream.FlushAsync(patience.Token);
    }

    /// <summary>Reads a head: all up to an empty line.</summary>
    /// <returns>The head without the empty line; null if the connection ended before it began.</returns>
    public async Task<string?> ReadHeadAsync()
    {
        var head = new StringBuilder();
        while (await ReadLineAsync() is { } line)
        {
            if (line.Length == 0)
                return head.ToString();
            head.Append(head.Length == 0 ? "" : "\r\n").Append(line);
        }

        return head.Length == 0 ? null : throw new IOException($"The connection ended within a head: {head}");
    }

    /// <summary>Reads a request with its body.</summary>
    public async Task<RawMessage?> ReadRequestAsync() =>
        await ReadHeadAsync() is { } head ? await ReadBodyAsync(head, hasBody: false) : null;

    /// <summary>Reads the body of a request whose head was read.</summary>
    public Task<RawMessage> ReadBodyOfAsync(string head) => ReadBodyAsync(head, hasBody: false);

    /// <summary>Reads a response with its body, which may end with the connection; 1xx responses but 101 are passed over.</summary>
    /// <param name="toHead">Whether the request was HEAD, so that no body follows.</param>
    public async Task<RawMessage> ReadResponseAsync(bool toHead = false)
    {
        while (true)
        {
            var head = await ReadHeadAsync() ?? throw new IOException("The connection ended without a response");
            var status = new RawMessage(head, [], "").Status;
            if (status is > 99 and < 200 and not 101)
                continue;
            return toHead || status is 101 or 204 or 205 or 304 ? new(head, [], "") : await ReadBodyAsync(head, hasBody: true);
        }
    }

    /// <summary>Reads exactly so many bytes.</summary>
    public async Task<byte[]> ReadBytesAsync(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count;)
        {
            if (_start == _end && !await FillAsync())
                throw new EndOfStreamException($"The connection ended after {i} of {count} bytes");
            var part = Math.Min(count - i, _end - _start);
            _buffer.AsSpan(_start, part).CopyTo(bytes.AsSpan(i));
            _start += part;
            i += part;
        }

        return bytes;
    }

    /// <summary>Reads exactly as many bytes as a text has.</summary>
    public async Task<string> ReadTextAsync(int count) => Encoding.Latin1.GetString(await ReadBytesAsync(count));

    /// <summary>Reads one chunk of a chunked body; empty for the last.</summary>
    public async Task<string> ReadChunkAsync()
    {
        var line = await ReadLineAsync() ?? throw new EndOfStreamException("The connection ended before a chunk");
        var size = int.Parse(line.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var chunk = await ReadTextAsync(size);
        if (size > 0)
            await ReadLineAsync();
        return chunk;
    }

    /// <summary>Reads until the other side ends the connection, in good order or not.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var text = new StringBuilder();
        try
        {
            do
            {
                text.Append(Encoding.Latin1.GetString(_buffer, _start, _end - _start));
                _start = _end;
            }
            while (await FillAsync());
        }
        catch (IOException)
        {
            // Reset: an end as well.
        }

        return text.ToString();
    }

    /// <summary>Says that nothing more will be sent.</summary>
    public void EndSending() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection off, so that the other side gets a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        socket.Dispose();
    }

    private async Task<RawMessage> ReadBodyAsync(string head, bool hasBody)
    {
        var message = new RawMessage(head, [], "");
        if (message.Field("Transfer-Encoding") is not null)
        {
            var body = new StringBuilder();
            while (await ReadChunkAsync() is { Length: > 0 } chunk)
                body.Append(chunk);
            return message with { Body = Encoding.Latin1.GetBytes(body.ToString()), Trailers = await ReadHeadAsync() ?? "" };
        }

        if (message.Field("Content-Length") is { } length)
            return message with { Body = await ReadBytesAsync(int.Parse(length, CultureInfo.InvariantCulture)) };
        return hasBody ? message with { Body = Encoding.Latin1.GetBytes(await ReadToEndAsync()) } : message;
    }

    private async Task<string?> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (true)
        {
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var count = end < 0 ? _end - _start : end + 1;
            line.Append(Encoding.Latin1.GetString(_buffer, _start, count));
            _start += count;
            if (end >= 0)
                return line.ToString().TrimEnd('\n').TrimEnd('\r');
            if (!await FillAsync())
                return line.Length == 0 ? null : throw new EndOfStreamException($"The connection ended within the line {line}");
        }
    }

    private async Task<bool> FillAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        _start = 0;
        _end = 0;
        _end = await stream.ReadAsync(_buffer, patience.Token);
        return _end > 0;
    }
}
