namespace Gateway.Toolkit;

/// <summary>What upstream modules can be set on: upstreams and defaults.</summary>
public interface IUpstreamModules : IModuleTarget;
