namespace Gateway.Toolkit;

internal sealed class ReloadModule() : GatewayModule<ReloadOptions>("Reload", ModuleLevels.Root, GatewayValues.Options<ReloadOptions>());
