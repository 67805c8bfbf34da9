using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Gateway.Toolkit.Generators;

/// <summary>What came of reading one options record.</summary>
/// <param name="Model">The record; null if its shape allows no descriptor.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
internal sealed record OptionsResult(OptionsModel? Model, ImmutableArray<Diagnostic> Diagnostics);
