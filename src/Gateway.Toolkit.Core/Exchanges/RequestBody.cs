using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Toolkit;

/// <summary>The body of a live request: borrowed, read once.</summary>
internal sealed class RequestBody(HttpRequest request) : ExchangeBody
{
    private bool _opened;

    public override long? Length => request.ContentLength;

    public override bool CanReplay => false;

    public override bool WasOpened => _opened;

    /// <summary>The body of a request, or <see cref="ExchangeBody.None"/> where its framing says that there is none.</summary>
    public static ExchangeBody Of(HttpRequest request)
    {
        if (request.ContentLength is { } length)
            return length > 0 || !IsSafe(request.Method) ? new RequestBody(request) : None;
        return request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
            ? new RequestBody(request)
            : None;
    }

    public override PipeReader Open()
    {
        if (_opened)
            throw new InvalidOperationException("The request's body was read already and can't be replayed");
        _opened = true;
        return request.BodyReader;
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
}
