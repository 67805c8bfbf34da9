namespace Gateway.Toolkit.Core.Tests.Options;

internal sealed class SchemaModule<T>(string key, ModuleLevels levels, GatewayValue<T> value, params Stage[] stages)
    : GatewayModule<T>(key, levels, value, stages);
