using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Gateway.Toolkit.Benchmarks.Hosts;
using Yarp.ReverseProxy.Forwarder;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>Starts what is compared, and the origin behind it.</summary>
internal static class Proxies
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(20);

    /// <summary>All that can be compared, in the order of the report.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. DotNetHosts.ByName.Keys, "nginx", "haproxy"];

    /// <summary>The origin: nginx, or Kestrel where nginx is missing.</summary>
    public static Task<RunningServer> StartOriginAsync(string folder, CancellationToken cancellation) =>
        InstalledProgram.Find("nginx") is { } nginx
            ? StartNginxAsync(nginx, Nginx.AsOrigin, Path.Combine(folder, "origin"), cancellation)
            : StartDotNetAsync("kestrel", null, cancellation);

    /// <summary>Starts a proxy of <see cref="Names"/>.</summary>
    /// <returns>The proxy once it answers; null if it is not installed.</returns>
    public static async Task<RunningServer?> StartAsync(string name, Uri origin, string folder, CancellationToken cancellation)
    {
        if (DotNetHosts.ByName.ContainsKey(name))
            return await StartDotNetAsync(name, origin, cancellation);
        if (InstalledProgram.Find(name) is not { } file)
            return null;
        return name == "nginx"
            ? await StartNginxAsync(file, port => Nginx.AsProxy(port, origin), Path.Combine(folder, name), cancellation)
            : await StartHAProxyAsync(file, origin, folder, cancellation);
    }

    private static async Task<RunningServer> StartDotNetAsync(string name, Uri? origin, CancellationToken cancellation)
    {
        var file = Path.Combine(AppContext.BaseDirectory, typeof(Proxies).Assembly.GetName().Name!);
        var child = ChildProcess.Start(file, "host", name, origin?.ToString() ?? "");
        return await WhenReadyAsync(name, child, async bounded =>
        {
            var port = (await child.ReadLineAsync(bounded)).Split(' ')[1];
            return new(name, DotNetVersion(name), Loopback(port), child.Id, child, CountsAllocations: true);
        }, cancellation);
    }

    private static Task<RunningServer> StartNginxAsync(
        string file, Func<int, string> configuration, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        return StartNativeAsync(
            "nginx", file, configuration, Path.Combine(folder, "nginx.conf"), conf => Nginx.Arguments(conf, folder), cancellation);
    }

    private static Task<RunningServer> StartHAProxyAsync(
        string file, Uri origin, string folder, CancellationToken cancellation) =>
        StartNativeAsync(
            "haproxy", file, port => HAProxy.AsProxy(port, origin), Path.Combine(folder, "haproxy.cfg"), HAProxy.Arguments, cancellation);

    private static async Task<RunningServer> StartNativeAsync(
        string name,
        string file,
        Func<int, string> configuration,
        string configurationFile,
        Func<string, IEnumerable<string>> arguments,
        CancellationToken cancellation)
    {
        var version = await InstalledProgram.VersionAsync(file, cancellation);
        var port = FreePort();
        await File.WriteAllTextAsync(configurationFile, configuration(port), cancellation);
        var child = ChildProcess.StartWatched(file, arguments(configurationFile));
        return await WhenReadyAsync(name, child, async bounded =>
        {
            var id = int.Parse(await child.ReadLineAsync(bounded), CultureInfo.InvariantCulture);
            return new(name, version, Loopback(port.ToString(CultureInfo.InvariantCulture)), id, child, CountsAllocations: false);
        }, cancellation);
    }

    private static async Task<RunningServer> WhenReadyAsync(
        string name, ChildProcess child, Func<CancellationToken, Task<RunningServer>> start, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(StartsWithin);
        try
        {
            var server = await start(bounded.Token);
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            while (!await AnswersAsync(client, server.Address, bounded.Token))
                await Task.Delay(50, bounded.Token);
            return server;
        }
        catch (Exception e)
        {
            await child.DisposeAsync();
            if (e is OperationCanceledException && !cancellation.IsCancellationRequested)
                throw new CompareException($"{name} did not answer within {StartsWithin.TotalSeconds} s: {child.Errors}");
            throw;
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address, CancellationToken cancellation)
    {
        try
        {
            return await client.GetStringAsync(address, cancellation) == OriginAnswer.Text;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string DotNetVersion(string name)
    {
        var runtime = $".NET {Environment.Version}";
        var yarp = typeof(IHttpForwarder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
        return name.StartsWith("yarp", StringComparison.Ordinal)
            ? $"{yarp.InformationalVersion.Split('+')[0]} on {runtime}"
            : runtime;
    }

    private static Uri Loopback(string port) => new($"http://127.0.0.1:{port}/");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
