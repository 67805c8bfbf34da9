namespace Gateway.Toolkit.Core.Tests.Telemetry;

/// <summary>Tests that listen to spans, or must be sure that nobody does: listeners are the whole process'.</summary>
[CollectionDefinition(nameof(Spans), DisableParallelization = true)]
public sealed class Spans;
