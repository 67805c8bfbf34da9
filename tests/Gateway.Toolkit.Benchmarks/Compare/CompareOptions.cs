namespace Gateway.Toolkit.Benchmarks.Compare;

internal sealed record CompareOptions(int Rounds, int Seconds, int Warmup, int Connections, IReadOnlyList<string> Only, FileInfo? Json);
