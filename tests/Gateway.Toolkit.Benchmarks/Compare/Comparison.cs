namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>Starts everything, drives the proxies in turn, and reports.</summary>
internal static class Comparison
{
    /// <returns>0, or 1 if a proxy answered wrongly, so that its figures do not count.</returns>
    public static async Task<int> RunAsync(CompareOptions options, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            throw new CompareException("The comparison reads the kernel's accounts under /proc: it runs on Linux only.");
#if DEBUG
        await Console.Error.WriteLineAsync("This is a Debug build: its figures say nothing. Run it with -c Release.");
#endif
        var folder = Directory.CreateTempSubdirectory("gateway-benchmarks-").FullName;
        var running = new List<RunningServer>();
        try
        {
            var wrk = await Wrk.PrepareAsync(folder, options.Connections, cancellation);
            var origin = await Proxies.StartOriginAsync(folder, cancellation);
            running.Add(origin);
            var proxies = new List<RunningServer>();
            foreach (var name in options.Only)
            {
                if (await Proxies.StartAsync(name, origin.Address, folder, cancellation) is { } proxy)
                {
                    running.Add(proxy);
                    proxies.Add(proxy);
                }
                else
                {
                    await Console.Error.WriteLineAsync($"{name} is not installed, and left out");
                }
            }

            if (proxies.Count == 0)
                throw new CompareException("None of these is installed: there is nothing to compare.");
            var results = await MeasureAsync(proxies, wrk, options, cancellation);
            var result = new ComparisonResult(options, $"{origin.Name} {origin.Version}", results);
            TextReport.Write(result, Console.Out);
            if (options.Json is { } file)
                await JsonReport.WriteAsync(result, file, cancellation);
            return result.HasErrors ? 1 : 0;
        }
        finally
        {
            await Task.WhenAll(running.Select(server => server.DisposeAsync().AsTask()));
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<ProxyResult>> MeasureAsync(
        List<RunningServer> proxies, Wrk wrk, CompareOptions options, CancellationToken cancellation)
    {
        var length = TimeSpan.FromSeconds(proxies.Count * (options.Warmup + (options.Rounds * options.Seconds)));
        await Console.Error.WriteLineAsync($"{proxies.Count} proxies, {options.Rounds} rounds: about {length.TotalMinutes:0.0} minutes");
        foreach (var proxy in proxies)
        {
            if (options.Warmup > 0)
                await wrk.RunAsync(proxy.Address, options.Warmup, cancellation);
        }

        var measurements = proxies.ToDictionary(proxy => proxy, _ => new List<Measurement>());
        for (var round = 0; round < options.Rounds; round++)
        {
            // Each round begins with another proxy, so that none always follows the same neighbour's heat.
            foreach (var proxy in proxies.Skip(round % proxies.Count).Concat(proxies.Take(round % proxies.Count)))
            {
                var measurement = await Measurement.TakeAsync(proxy, wrk, options.Seconds, cancellation);
                measurements[proxy].Add(measurement);
                await Console.Error.WriteLineAsync(
                    $"round {round + 1}/{options.Rounds}  {proxy.Name,-14}  {measurement.RequestsPerSecond,8:N0} req/s  "
                    + $"{measurement.CpuMicroseconds,5:0.0} µs CPU  others {measurement.ShareOfOthers:P0}");
            }
        }

        return [.. proxies.Select(proxy => new ProxyResult(proxy.Name, proxy.Version, measurements[proxy]))];
    }
}
