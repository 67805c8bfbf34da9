using Gateway.Toolkit.Core.Generators.Tests.Records;

namespace Gateway.Toolkit.Core.Generators.Tests;

public sealed partial class DescriptorTests
{
    private static GatewayOptionsDescriptor<EveryTypeOptions> Every => EveryTypeOptions.Descriptor;

    [Fact]
    public void Descriptor_EveryType_HasOneKeyForEachInitProperty() =>
        Assert.Equal(
            [
                "Text", "OptionalText", "Switch", "Count", "Large", "Fraction", "Time", "Address", "Secret", "Period", "Size", "Rate",
                "Names", "Table", "Times", "Tree", "Trees", "Node", "Callback", "class",
            ],
            Every.Options.Select(option => option.Name));

    [Fact]
    public void Descriptor_Record_HasItsNameSummaryAndShortForm()
    {
        Assert.Equal("EveryType", Every.Name);
        Assert.Equal("One property of each type that `options` may have, see Text.", Every.Summary);
        Assert.Equal("Text", Every.ShortForm?.Name);
        Assert.Null(TreeOptions.Descriptor.ShortForm);
    }

    [Fact]
    public void Descriptor_Keys_HaveWhatTheAttributeSays()
    {
        Assert.Equal(["Text"], Every.Options.Where(option => option.Required).Select(option => option.Name));
        Assert.Equal(["Times"], Every.Options.Where(option => option.Whole).Select(option => option.Name));
        Assert.Equal(["Count"], Every.Options.Where(option => !option.Identity).Select(option => option.Name));
        var count = Every.Options.Single(option => option.Name == "Count");
        Assert.Equal(("1", "10", "A number."), (count.Min, count.Max, count.Summary));
    }

    [Fact]
    public void Descriptor_StaticFieldAsDefault_IsReadAfterItIsSet() =>
        Assert.Equal(TimeSpan.FromSeconds(10), Every.Default.Duration);

    [Fact]
    public void Descriptor_CalledTwice_IsTheSame() => Assert.Same(EveryTypeOptions.Descriptor, EveryTypeOptions.Descriptor);

    [Fact]
    public void Options_EveryKeySet_ReadsBackEqual()
    {
        Func<string, int> callback = text => text.Length;
        var options = new EveryTypeOptions
        {
            Text = "t",
            OptionalText = "o",
            Switch = false,
            Count = 10,
            Large = long.MaxValue,
            Fraction = 1.25e-7,
            Duration = TimeSpan.FromMilliseconds(1500),
            Address = new("http://127.0.0.1:5001/base"),
            Secret = new("s"),
            Period = GatewayPeriod.Month,
            Size = new(1),
            Rate = new(5, GatewayPeriod.Hour),
            Names = ["a", "b,c"],
            Table = [[1, 2], [], [3]],
            Times = new([new("x", TimeSpan.FromDays(2))]),
            Tree = new() { Name = "root", Children = [new() { Left = new() }] },
            Trees = new([new("y", new() { Forest = new() { Trees = [new()] } })]),
            Node = GatewayConfigNode.Array([GatewayConfigNode.Boolean(true)]),
            Callback = callback,
            @class = true,
        };
        var value = GatewayValues.Options<EveryTypeOptions>();
        var errors = new GatewayErrors();
        Assert.True(value.TryRead(value.Write(options), errors, out var read), string.Join(Environment.NewLine, errors.Items));
        Assert.Equal(options, read);
        Assert.NotSame(options, read);
    }

    [Fact]
    public void Options_NothingSet_ReadsAsTheDefaults()
    {
        var errors = new GatewayErrors();
        Assert.True(GatewayValues.Options<TreeOptions>().TryRead(GatewayConfigNode.Object([]), errors, out var read));
        Assert.Equal(new TreeOptions(), read);
        Assert.Empty(errors.Items);
    }

    [Fact]
    public void Options_ThatHoldEachOther_DescribeThemselvesWithoutEnd()
    {
        Assert.Same(TreeOptions.Descriptor, TreeOptions.Descriptor.Options.Single(option => option.Name == "Left").Value.Descriptor);
        Assert.Same(ForestOptions.Descriptor, TreeOptions.Descriptor.Options.Single(option => option.Name == "Forest").Value.Descriptor);
        Assert.Same(TreeOptions.Descriptor, ForestOptions.Descriptor.ShortForm?.Value.Element?.Descriptor);
        Assert.Equal("a list, each an object, or an object", GatewayValues.Options<ForestOptions>().Expected);
        Assert.Equal(["array", "object", "boolean"], GatewayValues.Options<ForestOptions>().JsonTypes);
    }

    [Fact]
    public void ShortForm_ImplementedExplicitly_IsRead()
    {
        var value = GatewayValues.Options<ShortOptions>();
        Assert.Equal("a pair such as \"a=1\", or an object", value.Expected);
        Assert.True(value.TryRead(GatewayConfigNode.String("b=7"), new(), out var read));
        Assert.Equal(new ShortOptions { Name = "b", Count = 7 }, read);
    }

    [Fact]
    public void ShortForm_ResultOutOfRange_IsAnError()
    {
        var errors = new GatewayErrors();
        Assert.False(GatewayValues.Options<ShortOptions>().TryRead(GatewayConfigNode.String("b=10").AsRoot("K"), errors, out _));
        Assert.Equal(["K: \"b=10\" is out of range; allowed: 9 or less"], errors.Items.Select(error => error.ToString()));
    }

    [Fact]
    public void Record_NestedAndPrivate_HasADescriptor() => Assert.Equal("Nested", NestedOptions.Descriptor.Name);

    [GatewayOptions]
    private sealed partial record NestedOptions;
}
