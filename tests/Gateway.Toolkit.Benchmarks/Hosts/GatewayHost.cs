namespace Gateway.Toolkit.Benchmarks.Hosts;

/// <summary>Gateway.Toolkit as its own documentation sets it up: a route and an upstream, and all of its packages.</summary>
internal static class GatewayHost
{
    public static WebApplication Build(WebApplicationBuilder builder, string origin)
    {
        builder.Services.AddGateway(gateway => gateway
            .Route("all", route => route.Match("/{**rest}").Forward("origin"))
            .Upstream("origin", upstream => upstream.Destination(origin)));
        var app = builder.Build();
        app.MapGateway();
        return app;
    }
}
