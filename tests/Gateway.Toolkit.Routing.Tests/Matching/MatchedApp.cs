using Gateway.Toolkit.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Toolkit.Routing.Tests.Matching;

/// <summary>An app on real Kestrel whose routes answer with their ids.</summary>
internal static class MatchedApp
{
    /// <summary>Starts an app.</summary>
    /// <param name="routes">Routes as <see cref="RouteSketch"/> has them; empty for none.</param>
    /// <param name="map">Maps the app's own endpoints, and the gateway.</param>
    /// <param name="services">Adds services.</param>
    /// <param name="configure">Adds to the gateway.</param>
    public static Task<WebApp> StartAsync(
        string routes, Action<WebApplication> map, Action<IServiceCollection>? services = null, Action<IGatewayBuilder>? configure = null) =>
        WebApp.StartAsync(
            builder =>
            {
                services?.Invoke(builder.Services);
                builder.Services.AddGatewayCore(gateway =>
                {
                    foreach (var sketch in routes.Length == 0 ? [] : RouteSketch.ParseAll(routes))
                        gateway.Route(sketch.Id, route => route.Match(sketch.Options).Order(sketch.Order).Respond(sketch.Id));
                    configure?.Invoke(gateway);
                }).AddRouting();
            },
            map);

    /// <summary>Maps endpoints that answer with their own pattern: <c>GET /x/{id} | fallback | fallback /app/{**x} | /any</c>.</summary>
    public static void MapAll(WebApplication app, string endpoints)
    {
        foreach (var text in endpoints.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            RequestDelegate answer = context => context.Response.WriteAsync($"own {text}");
            _ = text.Split(' ') switch
            {
                ["fallback"] => app.MapFallback(answer),
                ["fallback", var pattern] => app.MapFallback(pattern, answer),
                [var method, var pattern] => app.MapMethods(pattern, method.Split(','), answer),
                [var pattern] => app.Map(pattern, answer),
                _ => throw new ArgumentException(text),
            };
        }
    }

    /// <summary>Sends a request as <see cref="RequestSketch"/> has them; gives the body, or the status and <c>Allow</c> if it is an error.</summary>
    public static async Task<string> AskAsync(this WebApp app, string request)
    {
        using var message = app.Message(request);
        using var response = await app.Client.SendAsync(message);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync()
            : $"{(int)response.StatusCode} {string.Join(", ", response.Content.Headers.Allow)}".TrimEnd();
    }

    public static HttpRequestMessage Message(this WebApp app, string request)
    {
        var words = request.Split(' ');
        var message = new HttpRequestMessage(new(words[0]), app.Url + words[1]);
        foreach (var word in words[2..])
        {
            var (key, value) = (word[..word.IndexOf('=', StringComparison.Ordinal)], word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            if (key == "body")
                message.Content = new StringContent("x", new System.Net.Http.Headers.MediaTypeHeaderValue(value));
            else if (key == "host")
                message.Headers.Host = value;
            else
                message.Headers.Add(key[2..], value);
        }

        return message;
    }
}
