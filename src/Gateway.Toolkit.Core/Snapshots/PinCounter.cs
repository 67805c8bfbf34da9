using System.Runtime.InteropServices;

namespace Gateway.Toolkit;

/// <summary>
/// Counts pins on stripes of their own cache lines, so that requests on different cores do not contend. A removal may happen
/// on another stripe than its addition; only the sum counts.
/// </summary>
internal sealed class PinCounter
{
    private readonly Stripe[] _stripes = new Stripe[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount)];
    private int _retired;
    private int _drained;

    /// <summary>Adds a pin.</summary>
    /// <returns>False if the counter was retired.</returns>
    public bool TryAdd()
    {
        Add();
        if (Volatile.Read(ref _retired) == 0)
            return true;
        Change(-1);
        return false;
    }

    /// <summary>Adds a pin beside one that is held.</summary>
    public void Add() => Change(1);

    /// <summary>Removes a pin.</summary>
    /// <returns>True once: when the last pin of a retired counter goes.</returns>
    public bool Remove()
    {
        Change(-1);
        return Volatile.Read(ref _retired) == 1 && Drained();
    }

    /// <summary>Lets no more pins in.</summary>
    /// <returns>True if none is held.</returns>
    public bool Retire()
    {
        Interlocked.Exchange(ref _retired, 1);
        return Drained();
    }

    private bool Drained()
    {
        long sum = 0;
        foreach (ref var stripe in _stripes.AsSpan())
            sum += Interlocked.Read(ref stripe.Count);
        return sum == 0 && Interlocked.Exchange(ref _drained, 1) == 0;
    }

    private void Change(int by) =>
        Interlocked.Add(ref _stripes[Thread.GetCurrentProcessorId() & (_stripes.Length - 1)].Count, by);

    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Stripe
    {
        public long Count;
    }
}
