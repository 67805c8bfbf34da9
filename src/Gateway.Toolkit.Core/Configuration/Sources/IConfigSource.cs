using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>Gives layers of the configuration: one, or as many as an <c>IConfiguration</c> has providers.</summary>
internal interface IConfigSource
{
    /// <summary>The layers as they are now, the lowest first; the same instance for the same thing each time.</summary>
    IReadOnlyList<ConfigLayer> Layers();

    /// <summary>Changes when the content may have changed; null where only a layer's <see cref="ConfigLayer.File"/> can.</summary>
    IChangeToken? GetChangeToken() => null;
}
