using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Gateway.Toolkit;

/// <summary>Carries bytes both ways after a change of protocol, until both sides are done.</summary>
internal static class UpgradeRelay
{
    public static async Task RunAsync(HttpContext context, IDuplexPipe upstream)
    {
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        await using var client = await AcceptAsync(context);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var toUpstream = ToUpstreamAsync(client, upstream.Output, ended.Token);
        var toClient = ToClientAsync(upstream.Input, client, ended.Token);
        var first = await Task.WhenAny(toUpstream, toClient);
        if (first == toClient)
        {
            // The origin has said all: the client's side is no longer read, so that the close reaches it in good order.
            await ended.CancelAsync();
        }

        await Task.WhenAll(toUpstream, toClient);
    }

    private static async ValueTask<Stream> AcceptAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } connect)
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            return await connect.AcceptAsync();
        }

        return await context.Features.Get<IHttpUpgradeFeature>()!.UpgradeAsync();
    }

    private static async Task ToUpstreamAsync(Stream client, PipeWriter upstream, CancellationToken ended)
    {
        Exception? failure = null;
        try
        {
            while (true)
            {
                var count = await client.ReadAsync(upstream.GetMemory(4096), ended);
                if (count == 0)
                    break;
                upstream.Advance(count);
                if ((await upstream.FlushAsync(ended)).IsCompleted)
                    break;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            failure = exception;
        }

        await upstream.CompleteAsync(failure);
    }

    private static async Task ToClientAsync(PipeReader upstream, Stream client, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                var read = await upstream.ReadAsync(ended);
                foreach (var segment in read.Buffer)
                    await client.WriteAsync(segment, ended);
                upstream.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    break;
                await client.FlushAsync(ended);
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // Broken off: the end of the client's stream, without a close frame, tells it.
        }

        await upstream.CompleteAsync();
    }
}
