using System.Diagnostics;

namespace Gateway.Toolkit.Core.Tests.Configuration;

/// <summary>Waits for what other threads bring about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    /// <summary>Asks again and again, with something done in between, until the answer is yes.</summary>
    public static async Task TrueAsync(Func<bool> condition, Action? between = null)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < _limit, "It did not come about in time");
            between?.Invoke();
            await Task.Delay(5);
        }
    }
}
