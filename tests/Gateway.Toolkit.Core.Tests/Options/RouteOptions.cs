namespace Gateway.Toolkit.Core.Tests.Options;

/// <summary>Options with the name of a part of the section.</summary>
[GatewayOptions]
internal sealed partial record RouteOptions;
