namespace Gateway.Toolkit;

/// <summary>Keeps a snapshot and its modules' state alive until it is disposed.</summary>
internal struct SnapshotPin(GatewaySnapshot? snapshot) : IDisposable
{
    public void Dispose()
    {
        snapshot?.Release();
        snapshot = null;
    }
}
