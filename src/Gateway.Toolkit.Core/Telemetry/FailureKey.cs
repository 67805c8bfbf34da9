using Microsoft.Extensions.Logging;

namespace Gateway.Toolkit;

/// <summary>What makes two failures the same for the log.</summary>
/// <param name="Level">The level of its lines.</param>
/// <param name="Route">The route; null where there is none.</param>
/// <param name="Upstream">The upstream; null where none was reached for.</param>
/// <param name="Kind">The problem's code, or the type of the exception.</param>
internal readonly record struct FailureKey(LogLevel Level, string? Route, string? Upstream, string Kind);
