namespace Gateway.Toolkit;

/// <summary>The running gateway: a singleton service.</summary>
public interface IGateway
{
    /// <summary>The snapshot in use. Read it once per request: the next read may give a newer one.</summary>
    /// <exception cref="InvalidOperationException">The app has not started yet.</exception>
    GatewaySnapshot Snapshot { get; }

    /// <summary>What the last load found; empty when all of it is in use. Held-back items are named by the paths.</summary>
    IReadOnlyList<GatewayConfigError> Errors { get; }

    /// <summary>Reads all sources again and puts the result in use, as a change of a file does by itself.</summary>
    /// <returns>What the load found.</returns>
    Task<IReadOnlyList<GatewayConfigError>> ReloadAsync(CancellationToken cancellationToken = default);
}
