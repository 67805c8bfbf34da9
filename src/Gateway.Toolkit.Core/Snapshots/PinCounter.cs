using System.Numerics;
using System.Runtime.InteropServices;

namespace Gateway.Toolkit;

/// <summary>
/// Counts pins on stripes of their own cache lines, so that requests on different cores do not contend. A removal may happen
/// on another stripe than its addition; only the sum counts.
/// </summary>
internal sealed class PinCounter
{
    private const int Open = 0;
    private const int Checking = 1;
    private const int Drained = 2;

    private readonly Stripe[] _stripes = new Stripe[(int)BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount)];
    private int _state;
    private int _retired;

    /// <summary>Adds a pin; possible as long as the counter has not drained, even when it is retired.</summary>
    public bool TryAdd()
    {
        var spin = default(SpinWait);
        while (true)
        {
            Change(1);
            switch (Volatile.Read(ref _state))
            {
                case Open:
                    return true;
                case Drained:
                    Change(-1);
                    return false;
                default:
                    Change(-1);
                    spin.SpinOnce();
                    break;
            }
        }
    }

    /// <summary>Removes a pin.</summary>
    /// <returns>True once: when the last pin of a retired counter goes.</returns>
    public bool Remove()
    {
        Change(-1);
        return Volatile.Read(ref _retired) == 1 && TryDrain();
    }

    /// <summary>From now on the counter drains when no pin is held.</summary>
    /// <returns>True once: if none is held.</returns>
    public bool Retire()
    {
        Interlocked.Exchange(ref _retired, 1);
        return TryDrain();
    }

    // Additions that meet the check undo themselves and try again, so the sum is that of pins that are really held.
    private bool TryDrain()
    {
        var spin = default(SpinWait);
        int seen;
        while ((seen = Interlocked.CompareExchange(ref _state, Checking, Open)) != Open)
        {
            // Whoever checks now may have read the sum before this removal, so its answer does not do.
            if (seen == Drained)
                return false;
            spin.SpinOnce();
        }

        long sum = 0;
        foreach (ref var stripe in _stripes.AsSpan())
            sum += Interlocked.Read(ref stripe.Count);
        Volatile.Write(ref _state, sum == 0 ? Drained : Open);
        return sum == 0;
    }

    private void Change(int by) =>
        Interlocked.Add(ref _stripes[Thread.GetCurrentProcessorId() & (_stripes.Length - 1)].Count, by);

    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Stripe
    {
        public long Count;
    }
}
