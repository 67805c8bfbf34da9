namespace Gateway.Toolkit.Core.Generators.Tests;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("/// <summary>X.</summary>\n[GatewayOptions] public partial record XOptions;", "add 'sealed'")]
    [InlineData("/// <summary>X.</summary>\n[GatewayOptions] public sealed record XOptions;", "add 'partial'")]
    [InlineData("/// <summary>X.</summary>\n[GatewayOptions] public sealed partial class XOptions;", "make it a record, so that it compares by value")]
    [InlineData("/// <summary>X.</summary>\n[GatewayOptions] public sealed partial record XOptions(int Count);", "it needs a constructor without parameters, which gives the defaults")]
    [InlineData("/// <summary>X.</summary>\n[GatewayOptions] public sealed partial record XOptions<T>;", "it must not be generic, nor be in a generic type")]
    [InlineData("public partial class Outer<T> {\n/// <summary>X.</summary>\n[GatewayOptions] public sealed partial record XOptions; }", "it must not be generic, nor be in a generic type")]
    [InlineData("public class Outer {\n/// <summary>X.</summary>\n[GatewayOptions] public sealed partial record XOptions; }", "add 'partial' to 'Outer', which contains it")]
    [InlineData("public record Root;\n/// <summary>X.</summary>\n[GatewayOptions] public sealed partial record XOptions : Root;", "it must not derive from another record")]
    public void Shape_NotASealedPartialRecord_SaysWhatToAdd(string source, string message) =>
        Assert.Equal([$"GTK001 Options 'XOptions' must be a sealed partial record: {message}"], GeneratorRun.Problems(source));

    [Theory]
    [InlineData("string[]", "GatewayList<string>")]
    [InlineData("List<TimeSpan>?", "GatewayList<TimeSpan>")]
    [InlineData("IReadOnlyList<int>", "GatewayList<int>")]
    [InlineData("Dictionary<string, int>", "GatewayMap<int>")]
    [InlineData("IReadOnlyDictionary<string, Uri>", "GatewayMap<Uri>")]
    [InlineData("object", "string, bool, int, long")]
    [InlineData("float", "string, bool, int, long")]
    [InlineData("AttributeTargets", "an enum without flags")]
    [InlineData("System.Text.StringBuilder", "a delegate")]
    [InlineData("GatewayList<object>", "GatewayList<T> or GatewayMap<T> of these")]
    [InlineData("GatewayList<int?>", "GatewayList<T> or GatewayMap<T> of these")]
    public void Property_TypeThatCannotBeAnOption_SaysWhatToUse(string type, string instead)
    {
        var problem = Assert.Single(GeneratorRun.Problems(Record($"public {type} Value {{ get; init; }} = default!;")));
        Assert.StartsWith("GTK002 'Value' has the type '", problem, StringComparison.Ordinal);
        Assert.Contains("options are read from text and compare by value; use ", problem, StringComparison.Ordinal);
        Assert.Contains(instead, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public int Value { get; set; }")]
    [InlineData("public int Value { get; private init; }")]
    [InlineData("public int Value { get; internal init; }")]
    public void Property_NoPublicInit_IsAnError(string property) =>
        Assert.Equal(
            ["GTK003 'Value' must be { get; init; }, so that options never change once they are read"],
            GeneratorRun.Problems(Record(property)));

    [Fact]
    public void Property_RequiredMember_NamesTheAttribute() =>
        Assert.StartsWith(
            "GTK004 'Value' must not be a 'required' member",
            Assert.Single(GeneratorRun.Problems(Record("public required string Value { get; init; }"))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Nothing", "is none of its keys")]
    [InlineData("Computed", "is none of its keys")]
    [InlineData("Self", "has no end, because the key leads back to the record itself")]
    [InlineData("Selves", "has no end, because the key leads back to the record itself")]
    [InlineData("Other", "has no end, because the key leads back to the record itself")]
    public void ShortForm_NoKeyThatCanStandForAll_IsAnError(string name, string message) =>
        Assert.Equal(
            $"GTK005 The short form '{name}' of 'XOptions' {message}",
            GeneratorRun.Problems($$"""
                /// <summary>X.</summary>
                [GatewayOptions(ShortForm = "{{name}}")] public sealed partial record XOptions {
                public int Computed => 1;
                /// <summary>S.</summary>
                public XOptions? Self { get; init; }
                /// <summary>S.</summary>
                public GatewayList<XOptions> Selves { get; init; } = [];
                /// <summary>S.</summary>
                public YOptions Other { get; init; } = new();
                }
                /// <summary>Y.</summary>
                [GatewayOptions(ShortForm = "Xs")] public sealed partial record YOptions {
                /// <summary>S.</summary>
                public GatewayMap<XOptions> Xs { get; init; } = GatewayMap<XOptions>.Empty;
                }
                """)[0]);

    [Theory]
    [InlineData("string", true)]
    [InlineData("bool", true)]
    [InlineData("DayOfWeek", true)]
    [InlineData("GatewayRate", true)]
    [InlineData("GatewayList<int>", true)]
    [InlineData("int", false)]
    [InlineData("double?", false)]
    [InlineData("TimeSpan?", false)]
    [InlineData("GatewaySize", false)]
    public void Range_TypeWithoutOrder_IsAnError(string type, bool isError) =>
        Assert.Equal(
            isError ? [$"GTK006 'Value' has a minimum or maximum, but values of the type '{type}' have no order"] : [],
            GeneratorRun.Problems(Record($"[GatewayKey(Min = \"1\")] public {type} Value {{ get; init; }} = default!;")));

    [Fact]
    public void Key_SameNameInOtherCase_IsAnError() =>
        Assert.Equal(
            ["GTK007 The key \"first\" of 'XOptions' is given twice; keys that differ only in case are the same"],
            GeneratorRun.Problems(Record("""
                public int First { get; init; }
                /// <summary>V.</summary>
                [GatewayKey(Name = "first")] public int Second { get; init; }
                """)));

    [Fact]
    public void Summary_Missing_IsAWarningForEachKeyAndTheRecord() =>
        Assert.Equal(
            [
                "GTK008 'Value' has no <summary>, which descriptions, JSON schema and error messages are made of",
                "GTK008 'XOptions' has no <summary>, which descriptions, JSON schema and error messages are made of",
            ],
            GeneratorRun.Problems("[GatewayOptions] public sealed partial record XOptions { public int Value { get; init; } }"));

    [Fact]
    public void Property_RefusedOnes_DoNotHideTheOthers() =>
        Assert.Equal(
            ["GTK002", "GTK003"],
            GeneratorRun.Problems(Record("public object? Value { get; init; }\n/// <summary>O.</summary>\npublic int Other { get; set; }"))
                .Select(problem => problem[..6]));

    private static string Record(string body) =>
        $"/// <summary>X.</summary>\n[GatewayOptions] public sealed partial record XOptions {{\n/// <summary>V.</summary>\n{body}\n}}";
}
