using Gateway.Toolkit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets an app shape the errors that the gateway makes.</summary>
public static class GatewayErrorExtensions
{
    /// <summary>
    /// Calls a hook before the gateway answers a request with a problem: it may replace the problem, or write a response of
    /// its own. Several hooks run in the order of calls, until one has handled the error. If one throws, that is logged and
    /// the plain problem is sent. Not called where a response has begun already: it can only be aborted.
    /// </summary>
    /// <param name="builder">The gateway.</param>
    /// <param name="hook">The hook.</param>
    public static IGatewayBuilder OnError(this IGatewayBuilder builder, Func<GatewayErrorContext, ValueTask> hook)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(hook);
        builder.Services.AddSingleton(new ErrorHook(hook));
        return builder;
    }
}
