namespace Gateway.Toolkit;

/// <summary>What route modules can be set on: routes, policies, groups, defaults and local endpoints.</summary>
public interface IRouteModules : IModuleTarget;
