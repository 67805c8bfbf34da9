namespace Gateway.Toolkit.Core.Tests.Options.Other;

/// <summary>Keeps another sample.</summary>
[GatewayOptions]
internal sealed partial record SampleOptions;
