using System.Diagnostics;

namespace Gateway.Toolkit.TestSupport;

/// <summary>Waits for what happens on another thread, as long as it takes and no longer.</summary>
public static class Eventually
{
    /// <summary>Returns as soon as the condition holds.</summary>
    /// <exception cref="TimeoutException">It does not within 20 seconds.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(20))
                throw new TimeoutException($"It never came true that {what}");
            await Task.Delay(5);
        }
    }

    /// <inheritdoc cref="HoldsAsync(Func{Task{bool}}, string)"/>
    public static Task HoldsAsync(Func<bool> condition, string what) => HoldsAsync(() => Task.FromResult(condition()), what);
}
