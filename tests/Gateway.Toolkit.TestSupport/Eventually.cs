using System.Diagnostics;

namespace Gateway.Toolkit.TestSupport;

/// <summary>Waits for what is about to happen, ten seconds at most.</summary>
public static class Eventually
{
    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="what">What was waited for, for the failure's message.</param>
    public static async Task True(Func<bool> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(10))
                throw new TimeoutException($"Waited in vain: {what}");
            await Task.Yield();
        }
    }
}
