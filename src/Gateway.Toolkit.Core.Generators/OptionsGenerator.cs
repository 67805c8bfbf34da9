using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gateway.Toolkit.Generators;

/// <summary>Writes the descriptors of records with <c>[GatewayOptions]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OptionsGenerator : IIncrementalGenerator
{
    internal const string Attribute = "Gateway.Toolkit.GatewayOptionsAttribute";
    internal const string ModelStep = "Model";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var results = context.SyntaxProvider.ForAttributeWithMetadataName(
            Attribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (found, cancellation) => OptionsReader.Read((INamedTypeSymbol)found.TargetSymbol, cancellation));

        // Diagnostics hold on to syntax and so differ after every edit; models differ only when the output does.
        context.RegisterSourceOutput(
            results.SelectMany(static (result, _) => result.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
        context.RegisterSourceOutput(
            results.Select(static (result, _) => result.Model).WithTrackingName(ModelStep),
            static (output, model) =>
            {
                if (model is not null)
                    output.AddSource(OptionsWriter.FileName(model), OptionsWriter.Write(model));
            });
    }
}
