using System.Net;
using System.Net.Sockets;

namespace Gateway.Toolkit.TestSupport;

/// <summary>Opens connections that a test writes byte by byte.</summary>
public static class RawClient
{
    /// <summary>Opens a connection to a port of this machine.</summary>
    public static async Task<RawConnection> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return new(new NetworkStream(socket), socket);
    }

    /// <summary>Sends one request on a connection of its own and reads the response.</summary>
    public static async Task<RawMessage> SendAsync(int port, string request)
    {
        await using var connection = await ConnectAsync(port);
        await connection.WriteAsync(request);
        return await connection.ReadResponseAsync(toHead: request.StartsWith("HEAD ", StringComparison.Ordinal));
    }
}
