using System.Net;
using Yarp.ReverseProxy.Forwarder;

namespace Gateway.Toolkit.Benchmarks.Hosts;

/// <summary>YARP's forwarder alone, without its routes, clusters and destinations: what its published figures measure.</summary>
internal static class YarpForwarderHost
{
    public static WebApplication Build(WebApplicationBuilder builder, string origin)
    {
        builder.Services.AddHttpForwarder();
        var app = builder.Build();
        var forwarder = app.Services.GetRequiredService<IHttpForwarder>();
        var client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            EnableMultipleHttp2Connections = true,
        });
        app.Run(async context => await forwarder.SendAsync(context, origin, client));
        return app;
    }
}
