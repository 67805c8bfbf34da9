using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Toolkit.TestSupport;

/// <summary>A server that a test plays byte by byte.</summary>
public sealed class RawOrigin : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawConnection, Task> _talk;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;
    private int _connections;

    private RawOrigin(Func<RawConnection, Task> talk, X509Certificate2? certificate)
    {
        _talk = talk;
        _certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The address.</summary>
    public string Address => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}";

    /// <summary>The requests that <see cref="Answering"/> has read.</summary>
    public ConcurrentQueue<RawMessage> Requests { get; } = [];

    /// <summary>The one request that was read.</summary>
    public RawMessage Request => Requests.Single();

    /// <summary>How many connections were opened.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Talks with each connection as the test says; the connection is closed afterwards.</summary>
    public static RawOrigin Talking(Func<RawConnection, Task> talk, X509Certificate2? certificate = null) => new(talk, certificate);

    /// <summary>Reads requests, as many as come, and answers each with the same bytes.</summary>
    public static RawOrigin Answering(string response, X509Certificate2? certificate = null)
    {
        RawOrigin origin = null!;
        origin = new(
            async connection =>
            {
                while (await connection.ReadRequestAsync() is { } request)
                {
                    origin.Requests.Enqueue(request);
                    await connection.WriteAsync(response);
                    if (!response.Contains("Content-Length", StringComparison.Ordinal) && !response.Contains("chunked", StringComparison.Ordinal))
                        return;
                }
            },
            certificate);
        return origin;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _ = Task.Run(() => TalkAsync(socket));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        socket.NoDelay = true;
        await using var stop = _stop.Token.UnsafeRegister(static state => ((Socket)state!).Dispose(), socket);
        try
        {
            Stream stream = new NetworkStream(socket);
            if (_certificate is not null)
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(_certificate);
                stream = secure;
            }

            await using var connection = new RawConnection(stream, socket);
            await _talk(connection);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The gateway ended the connection; what it told its client is for the test to see.
        }
    }
}
