using Grpc.Core;

namespace Gateway.Toolkit.IntegrationTests.Embedding;

/// <summary>A gRPC service of plain bytes, without generated code.</summary>
[BindServiceMethod(typeof(EchoService), nameof(Bind))]
public sealed class EchoService
{
    private static readonly Marshaller<byte[]> _bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    public static Method<byte[], byte[]> Echo { get; } = new(MethodType.Unary, "test.Echo", "Echo", _bytes, _bytes);

    public static void Bind(ServiceBinderBase binder, EchoService? service) =>
        binder.AddMethod(Echo, service is null ? null! : (request, _) => Task.FromResult(request));
}
