using System.Net.Sockets;

// Two tiny origin services, so that the sample needs nothing else. In real life these are your own services.
var orders = await StartOriginAsync("orders");
var catalog = await StartOriginAsync("catalog");

// 1. Add the gateway. Routes and upstreams come from the "Gateway" section of appsettings.json: edit it while this runs.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGateway(gateway => gateway
    // Code and configuration mix: the origins' ports are only known now, so code names them.
    .Upstream("orders", upstream => upstream.Destination(orders))
    .Upstream("catalog", upstream => upstream.Destination(catalog)));

// 2. Send requests to it. Your own endpoints live beside it, and win where they match.
var app = builder.Build();
app.MapGateway();
app.MapGet("/", () => "This endpoint is the app's own.");

// 3. Run, on 8080 or, where that is taken, on a free port.
var port = IsFree(8080) ? 8080 : 0;
app.Urls.Add($"http://127.0.0.1:{port}");
await app.StartAsync();
var url = app.Urls.First();
Console.WriteLine($"""

    The gateway listens on {url}{(port == 0 ? " (8080 is taken)" : "")}. Try:

      curl -i {url}/orders/7            forwarded to the orders service
      curl -i {url}/shop/catalog/boots  forwarded to the catalog service as /catalog/boots, with a header added
      curl -i {url}/status              answered by the gateway itself
      curl -i {url}/                    answered by the app's own endpoint

    Stop with Ctrl+C.
    """);
await app.WaitForShutdownAsync();

static async Task<string> StartOriginAsync(string name)
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.SetMinimumLevel(LogLevel.Warning);
    var origin = builder.Build();
    origin.Urls.Add("http://127.0.0.1:0");
    origin.Run(context => context.Response.WriteAsJsonAsync(
        new { Service = name, Path = context.Request.Path.Value, Via = context.Request.Headers["X-Shop"].ToString() }));
    await origin.StartAsync();
    return origin.Urls.First();
}

static bool IsFree(int port)
{
    try
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, port);
        listener.Start();
        return true;
    }
    catch (SocketException)
    {
        return false;
    }
}
