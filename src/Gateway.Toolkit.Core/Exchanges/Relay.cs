using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Toolkit;

/// <summary>The one place that writes an exchange's response to the client: head, body, trailers, or an abort.</summary>
internal static class Relay
{
    public static Task SendAsync(HttpContext context, ExchangeResponse response, ProblemResponder problems)
    {
        if (response.Problem is { } problem)
            return problems.RespondAsync(context, problem);
        if (!TryWriteHead(context, response))
            return problems.RespondAsync(context, GatewayProblem.BadResponse);
        if (response.Upgraded is not null)
            return UpgradeRelay.RunAsync(context, response.Upgraded);
        return response.Body is { } body && MayHaveBody(context.Request.Method, response.StatusCode)
            ? CopyAsync(context, response, body, problems)
            : EndAsync(context, response);
    }

    private static bool TryWriteHead(HttpContext context, ExchangeResponse response)
    {
        var target = context.Response;
        try
        {
            target.StatusCode = response.StatusCode;
            if (response.ReasonPhrase is { } reason && Microsoft.AspNetCore.Http.HttpProtocol.IsHttp11(context.Request.Protocol))
                context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = reason;
            response.CopyHeadersTo(target.Headers);
            return true;
        }
        catch (InvalidOperationException) when (!target.HasStarted)
        {
            // The server refuses to send what the origin sent; nothing of it may reach the client.
            target.Clear();
            return false;
        }
    }

    private static bool MayHaveBody(string method, int status) =>
        !HttpMethods.IsHead(method) && status is >= 200 and not (204 or 205 or 304);

    private static async Task CopyAsync(HttpContext context, ExchangeResponse response, PipeReader body, ProblemResponder problems)
    {
        context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        var writer = context.Response.BodyWriter;
        var gone = context.RequestAborted;
        while (true)
        {
            ReadResult read;
            try
            {
                var reading = body.ReadAsync(gone);
                if (!reading.IsCompleted && !context.Response.HasStarted && context.Response.ContentLength is null)
                {
                    // A stream whose first bytes are still to come: that it has begun is news (events, gRPC).
                    await writer.FlushAsync(CancellationToken.None);
                }

                read = await reading;
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
            {
                if (!context.Response.HasStarted)
                    context.Response.Clear();
                await problems.RespondAsync(context, ProblemOf(exception));
                return;
            }

            foreach (var segment in read.Buffer)
                writer.Write(segment.Span);
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
            var flush = await writer.FlushAsync(gone);
            if (flush.IsCompleted)
            {
                // The client reads no more.
                gone.ThrowIfCancellationRequested();
                return;
            }
        }

        await EndAsync(context, response);
    }

    private static Task EndAsync(HttpContext context, ExchangeResponse response)
    {
        if (response.Trailers is { Count: > 0 } trailers
            && context.Features.Get<IHttpResponseTrailersFeature>() is { Trailers.IsReadOnly: false } target)
        {
            foreach (var (name, values) in trailers)
                target.Trailers[name] = values;
        }

        return Task.CompletedTask;
    }

    // What cancels an exchange whose client is still there is the limit of its time.
    private static GatewayProblem ProblemOf(Exception exception) => exception switch
    {
        ResponseBodyException failure => failure.Problem,
        OperationCanceledException => GatewayProblem.DeadlineExceeded with { Cause = exception },
        _ => GatewayProblem.ResponseIncomplete with { Cause = exception },
    };
}
