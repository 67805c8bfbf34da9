namespace Gateway.Toolkit.Benchmarks.Hosts;

/// <summary>YARP as its documentation sets it up: a route and a cluster from configuration, and all of its pipeline.</summary>
internal static class YarpHost
{
    public static WebApplication Build(WebApplicationBuilder builder, string origin)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ReverseProxy:Routes:all:ClusterId"] = "origin",
            ["ReverseProxy:Routes:all:Match:Path"] = "/{**rest}",
            ["ReverseProxy:Clusters:origin:Destinations:a:Address"] = origin,
        });
        builder.Services.AddReverseProxy().LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"));
        var app = builder.Build();
        app.MapReverseProxy();
        return app;
    }
}
