using Grpc.Core;

namespace Gateway.Toolkit.IntegrationTests.Embedding;

/// <summary>A gRPC service of plain bytes, without generated code.</summary>
[BindServiceMethod(typeof(EchoService), nameof(Bind))]
public class EchoService
{
    private static readonly Marshaller<byte[]> _bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    public static Method<byte[], byte[]> EchoMethod { get; } = new(MethodType.Unary, "test.Echo", nameof(Echo), _bytes, _bytes);

    public static void Bind(ServiceBinderBase binder, EchoService? service) =>
        binder.AddMethod(EchoMethod, service is null ? null! : service.Echo);

    public virtual Task<byte[]> Echo(byte[] request, ServerCallContext context) => Task.FromResult(request);
}
