namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>Why there is nothing to compare, in words for the one who started it.</summary>
internal sealed class CompareException(string message) : Exception(message);
