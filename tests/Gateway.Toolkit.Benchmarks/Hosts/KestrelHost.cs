using Gateway.Toolkit.Benchmarks.Compare;

namespace Gateway.Toolkit.Benchmarks.Hosts;

/// <summary>Kestrel that answers by itself: the floor under every proxy built on it, and the origin where nginx is missing.</summary>
internal static class KestrelHost
{
    public static WebApplication Build(WebApplicationBuilder builder, string origin)
    {
        var body = OriginAnswer.Body.ToArray();
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = OriginAnswer.ContentType;
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, 0, body.Length);
        });
        return app;
    }
}
