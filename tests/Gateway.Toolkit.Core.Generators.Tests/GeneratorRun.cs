using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gateway.Toolkit.Core.Generators.Tests;

/// <summary>Runs the generator on source text.</summary>
internal static class GeneratorRun
{
    private static readonly ImmutableArray<MetadataReference> _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static GeneratorDriver Driver { get; } = CSharpGeneratorDriver.Create(
        [new Toolkit.Generators.OptionsGenerator().AsSourceGenerator()],
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Sample",
        [CSharpSyntaxTree.ParseText($"using System; using System.Collections.Generic; using Gateway.Toolkit;\n{source}")],
        _references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The generator's own diagnostics, as <c>GTK001 message</c>.</summary>
    public static string[] Problems(string source)
    {
        Driver.RunGeneratorsAndUpdateCompilation(Compile(source), out _, out var diagnostics);
        return [.. diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(null)}")];
    }

    /// <summary>What the compiler and the generator have to say about the source and what was generated for it.</summary>
    public static string[] Messages(string source)
    {
        Driver.RunGeneratorsAndUpdateCompilation(Compile(source), out var output, out var diagnostics);
        return
        [
            .. output.GetDiagnostics().Concat(diagnostics)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => diagnostic.ToString()),
        ];
    }
}
