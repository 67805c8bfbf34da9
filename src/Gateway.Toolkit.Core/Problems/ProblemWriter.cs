using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>Writes problems as <c>application/problem+json</c> (RFC 9457) with <c>Proxy-Status</c> (RFC 9209).</summary>
internal static class ProblemWriter
{
    /// <summary>What <c>type</c> URIs begin with; the rest is the code.</summary>
    public const string TypePrefix = "urn:gateway-toolkit:problem:";

    public static async Task WriteAsync(HttpContext context, GatewayProblem problem)
    {
        if (context.Features.Get<IGatewayFeature>() is GatewayFeature feature)
            feature.Problem = problem;
        var response = context.Response;
        if (response.HasStarted)
        {
            context.Abort();
            return;
        }

        response.StatusCode = problem.StatusCode;
        foreach (var (name, values) in problem.Headers)
            response.Headers[name] = values;
        if (problem.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (problem.ProxyStatus is { } error)
            response.Headers["Proxy-Status"] = $"Gateway.Toolkit; error={error}";
        response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(context.Request.Method))
            return;

        response.ContentType = "application/problem+json";
        var body = Body(context, problem);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static ReadOnlyMemory<byte> Body(HttpContext context, GatewayProblem problem)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("type", TypePrefix + problem.Code);
        json.WriteString("title", problem.Title);
        json.WriteNumber("status", problem.StatusCode);
        if (problem.Detail is { } detail)
            json.WriteString("detail", detail);
        json.WriteString("traceId", System.Diagnostics.Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
