namespace Gateway.Toolkit;

/// <summary>A hook of the app that sees problems before they are sent.</summary>
internal sealed record ErrorHook(Func<GatewayErrorContext, ValueTask> Invoke);
