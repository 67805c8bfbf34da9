namespace Gateway.Toolkit.Core.Tests.Engine;

/// <summary>State of a toy module: counts, and says when it was disposed.</summary>
internal sealed class ToyState : IDisposable
{
    public int Calls { get; set; }

    public bool IsDisposed { get; private set; }

    public void Dispose() => IsDisposed = true;
}
