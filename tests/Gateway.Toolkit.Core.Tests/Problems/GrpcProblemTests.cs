using Gateway.Toolkit.Core.Tests.Engine;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gateway.Toolkit.Core.Tests.Problems;

public class GrpcProblemTests
{
    private static readonly Marshaller<byte[]> _bytes = new(bytes => bytes, bytes => bytes);
    private static readonly Method<byte[], byte[]> _get = new(MethodType.Unary, "inventory.Stock", "Get", _bytes, _bytes);

    [Fact]
    public async Task Problem_OfAGrpcRequest_IsAStatusThatItsClientReads()
    {
        var failure = GatewayProblem.NoDestination with { Detail = "100% größer:\r\n busy" };
        await using var gateway = await ScriptedGateway.StartAsync(ScriptedGateway.Fails(failure), builder => builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2)));
        using var channel = GrpcChannel.ForAddress(gateway.Client.BaseAddress!);

        var call = channel.CreateCallInvoker().AsyncUnaryCall(_get, null, new(new Metadata { { "X-Route", "orders" } }), [1, 2, 3]);

        var answer = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.Unavailable, answer.StatusCode);
        Assert.Equal("100% größer:\r\n busy", answer.Status.Detail);
        Assert.Equal("Gateway.Toolkit; error=destination_unavailable", (await call.ResponseHeadersAsync).GetValue("proxy-status"));
    }

    [Theory]
    [InlineData(400, null, StatusCode.InvalidArgument)]
    [InlineData(401, null, StatusCode.Unauthenticated)]
    [InlineData(403, null, StatusCode.PermissionDenied)]
    [InlineData(404, null, StatusCode.Unimplemented)]
    [InlineData(405, null, StatusCode.Unimplemented)]
    [InlineData(408, null, StatusCode.DeadlineExceeded)]
    [InlineData(413, null, StatusCode.ResourceExhausted)]
    [InlineData(415, null, StatusCode.Unimplemented)]
    [InlineData(418, null, StatusCode.Unknown)]
    [InlineData(429, null, StatusCode.ResourceExhausted)]
    [InlineData(499, null, StatusCode.Cancelled)]
    [InlineData(500, null, StatusCode.Internal)]
    [InlineData(502, "connection_refused", StatusCode.Unavailable)]
    [InlineData(503, null, StatusCode.Unavailable)]
    [InlineData(504, "connection_timeout", StatusCode.Unavailable)]
    [InlineData(504, "http_response_timeout", StatusCode.DeadlineExceeded)]
    public void Status_OfAProblem_IsTheNearestOfGrpc(int status, string? proxyStatus, StatusCode expected) =>
        Assert.Equal((int)expected, GrpcProblem.StatusOf(new("c", status, "t", proxyStatus)));

    [Theory]
    [InlineData("application/grpc", true)]
    [InlineData("Application/gRPC+proto", true)]
    [InlineData("application/grpc; charset=utf-8", true)]
    [InlineData("application/grpc-web", false)]
    [InlineData("application/json", false)]
    [InlineData(null, false)]
    public void Request_ByItsContentType_IsGrpcOrNot(string? type, bool expected) =>
        Assert.Equal(expected, GrpcProblem.IsGrpc(new DefaultHttpContext { Request = { ContentType = type } }.Request));
}
