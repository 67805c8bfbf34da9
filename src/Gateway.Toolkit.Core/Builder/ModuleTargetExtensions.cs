namespace Gateway.Toolkit;

/// <summary>Sets module options on routes, policies, upstreams and destinations: what every package's own extensions call.</summary>
public static class ModuleTargetExtensions
{
    /// <summary>Sets a key to options.</summary>
    /// <returns>The target, for further calls.</returns>
    public static TTarget Set<TTarget, TOptions>(this TTarget target, string key, TOptions options)
        where TTarget : IModuleTarget
        where TOptions : class, IGatewayOptions<TOptions>
    {
        target.Set(key, GatewayValues.Options<TOptions>().Write(options));
        return target;
    }

    /// <summary>Sets a key to a text: a short form.</summary>
    /// <returns>The target, for further calls.</returns>
    public static TTarget Set<TTarget>(this TTarget target, string key, string text)
        where TTarget : IModuleTarget
    {
        target.Set(key, GatewayConfigNode.String(text));
        return target;
    }
}
