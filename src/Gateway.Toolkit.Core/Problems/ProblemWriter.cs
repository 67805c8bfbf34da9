using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>Writes problems as <c>application/problem+json</c> (RFC 9457) with <c>Proxy-Status</c> (RFC 9209).</summary>
internal static class ProblemWriter
{
    /// <summary>What <c>type</c> URIs begin with; the rest is the code.</summary>
    public const string TypePrefix = "urn:gateway-toolkit:problem:";

    // The media type is never taken for HTML, so quotes need no \u0027.
    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a whole response. It must not have begun.</summary>
    public static Task WriteAsync(HttpContext context, GatewayProblem problem)
    {
        WriteFields(context.Response, problem);
        return GrpcProblem.IsGrpc(context.Request)
            ? GrpcProblem.WriteAsync(context.Response, problem)
            : WriteJsonAsync(context, problem);
    }

    private static void WriteFields(HttpResponse response, GatewayProblem problem)
    {
        foreach (var (name, values) in problem.Headers)
            response.Headers[name] = values;
        if (problem.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(0, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (problem.ProxyStatus is { } error)
            response.Headers["Proxy-Status"] = $"Gateway.Toolkit; error={error}";
        response.Headers.CacheControl = "no-store";
    }

    private static Task WriteJsonAsync(HttpContext context, GatewayProblem problem)
    {
        var response = context.Response;
        var body = Body(context, problem);
        response.StatusCode = problem.StatusCode;
        response.ContentType = "application/problem+json";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }

    private static ReadOnlyMemory<byte> Body(HttpContext context, GatewayProblem problem)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, _json);
        json.WriteStartObject();
        json.WriteString("type", TypePrefix + problem.Code);
        json.WriteString("title", problem.Title);
        json.WriteNumber("status", problem.StatusCode);
        if (problem.Detail is { } detail)
            json.WriteString("detail", detail);
        json.WriteString("traceId", RequestTrace.IdOf(context));
        foreach (var (name, value) in problem.Extensions)
        {
            json.WritePropertyName(name);
            if (value is null)
                json.WriteNullValue();
            else
                value.WriteTo(json);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
