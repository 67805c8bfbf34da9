using Gateway.Toolkit;
using Gateway.Toolkit.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Rewrites requests and responses.</summary>
public static class RewriteRouteExtensions
{
    /// <summary>Rewrites as the options say.</summary>
    public static TTarget Rewrite<TTarget>(this TTarget target, RewriteOptions options)
        where TTarget : IRouteModules => target.Set("Rewrite", options);

    /// <summary>Replaces the whole path, such as <c>/v2/{id}</c>.</summary>
    public static TTarget Rewrite<TTarget>(this TTarget target, string path)
        where TTarget : IRouteModules => target.Set("Rewrite", path);
}
