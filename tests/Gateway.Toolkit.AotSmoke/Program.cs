// A gateway as native code: its configuration from JSON, one canned response, one forwarded request. Exit code 0 if both come.
var origin = WebApplication.CreateSlimBuilder(args).Build();
origin.Urls.Add("http://127.0.0.1:0");
origin.Run(context => context.Response.WriteAsync("from the origin " + context.Request.Path));
await origin.StartAsync();

var file = Path.Combine(AppContext.BaseDirectory, "smoke.json");
await File.WriteAllTextAsync(file, $$"""
    { "Routes": { "hi":  { "Match": "/hi", "Respond": "hello" },
                  "api": { "Match": "/api/{**rest}", "Rewrite": { "RemovePrefix": "/api" }, "Forward": "origin" } },
      "Upstreams": { "origin": { "Destinations": { "a": "{{origin.Urls.First()}}" } } } }
    """);
var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddGateway(gateway => gateway.JsonFile(file));
await using var app = builder.Build();
app.Urls.Add("http://127.0.0.1:0");
app.MapGateway();
await app.StartAsync();

using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
string[] answers = [await client.GetStringAsync("/hi"), await client.GetStringAsync("/api/x")];
Console.WriteLine(string.Join(Environment.NewLine, answers));
return answers is ["hello", "from the origin /x"] ? 0 : 1;
