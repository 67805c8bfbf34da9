using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary>A file as a body: a small one is kept in memory until it changes, a large one is read as it is sent.</summary>
internal sealed class FileBody(string path, int status, RespondFields fields)
{
    private const int KeptBytes = 64 * 1024;

    private Kept? _kept;

    public async ValueTask<ExchangeResponse> SendAsync(Exchange exchange)
    {
        try
        {
            var file = new FileInfo(path);
            var kept = _kept;
            if (kept is null || kept.Length != file.Length || kept.Written != file.LastWriteTimeUtc)
            {
                if (file.Length > KeptBytes)
                    return Stream(exchange);
                _kept = kept = new(await File.ReadAllBytesAsync(path, exchange.Cancellation), file.Length, file.LastWriteTimeUtc);
            }

            return new FixedResponse(status, fields.For(exchange), kept.Bytes.Length) { Body = FixedResponse.BodyOf(exchange, kept.Bytes) };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ExchangeResponse.Failed(GatewayProblem.Internal with { Cause = exception });
        }
    }

    private FixedResponse Stream(Exchange exchange)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var response = new FixedResponse(status, fields.For(exchange), stream.Length);
        if (HttpMethods.IsHead(exchange.Method))
            stream.Dispose();
        else
            response.Body = PipeReader.Create(stream, new(bufferSize: 64 * 1024));
        return response;
    }

    private sealed record Kept(byte[] Bytes, long Length, DateTime Written);
}
