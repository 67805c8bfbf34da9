using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gateway.Toolkit.Core.Generators.Tests;

public sealed class OptionsGeneratorTests
{
    private const string Plain = "namespace N;\n/// <summary>X.</summary>\n[GatewayOptions] public sealed partial record XOptions {\n"
        + "/// <summary>V.</summary>\npublic int Value { get; init; }\n}";

    [Theory]
    [InlineData(Plain)]
    [InlineData("/// <summary>X.</summary>\n[GatewayOptions] sealed partial record XOptions;")] // internal, no namespace, no keys
    [InlineData("namespace N { partial struct A { partial interface B { static partial class C { partial record D { partial record struct E {\n"
        + "/// <summary>X.</summary>\n[GatewayOptions] private sealed partial record XOptions { /// <summary>V.</summary>\npublic XOptions? Value { get; init; } } } } } } } }")]
    [InlineData("namespace N;\n/// <summary>X.</summary>\n[GatewayOptions] public sealed partial record @event {\n"
        + "/// <summary>V.</summary>\npublic int @class { get; init; }\n}")]
    [InlineData("/// <summary>X.</summary>\n[GatewayOptions] sealed partial record XOptions {\n"
        + "/// <summary>V.</summary>\n[Obsolete(\"Gone.\")] public int Value { get; init; }\n}")]
    [InlineData("/// <summary>X.</summary>\n[GatewayOptions] sealed partial record XOptions {\n"
        + "/// <summary>V.</summary>\npublic Func<string?, (int A, List<string?>? B)>? System { get; init; }\n}")]
    [InlineData("#nullable disable\n/// <summary>X.</summary>\n[GatewayOptions] sealed partial record XOptions {\n"
        + "/// <summary>V.</summary>\npublic string Value { get; init; }\n}")]
    [InlineData("/// <summary>X.</summary>\n[GatewayOptions] sealed partial record XOptions : IGatewayShortForm<XOptions> {\n"
        + "static string IGatewayShortForm<XOptions>.ShortForm => \"x\";\n"
        + "static XOptions? IGatewayShortForm<XOptions>.FromShortForm(GatewayConfigNode node, GatewayErrors errors) => null;\n}")]
    public void Source_AnyPlaceAndType_CompilesWithoutWarnings(string source) => Assert.Empty(GeneratorRun.Messages(source));

    [Fact]
    public void Source_TwoParts_GivesTheKeysOfBoth()
    {
        var result = GeneratorRun.Driver.RunGenerators(GeneratorRun.Compile(
            Plain + "\nsealed partial record XOptions {\n/// <summary>O.</summary>\npublic int Other { get; init; } }")).GetRunResult();
        var text = Assert.Single(result.GeneratedTrees).ToString();
        Assert.Contains("\"Value\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Other\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// A comment elsewhere.", false)]
    [InlineData("sealed partial record XOptions { public int Computed => 1; }", false)]
    [InlineData("sealed partial record XOptions { /// <summary>O.</summary>\npublic int Other { get; init; } }", true)]
    public void Source_EditedElsewhere_IsGeneratedAgainOnlyIfTheRecordChanged(string addition, bool isModified)
    {
        var compilation = GeneratorRun.Compile(Plain);
        var driver = GeneratorRun.Driver.RunGenerators(compilation);
        var tree = compilation.SyntaxTrees.Single();
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText($"{tree}\n{addition}")));
        var steps = driver.GetRunResult().Results.Single().TrackedSteps[Toolkit.Generators.OptionsGenerator.ModelStep];
        Assert.Equal(isModified, steps.SelectMany(step => step.Outputs).Any(output => output.Reason == IncrementalStepRunReason.Modified));
    }
}
