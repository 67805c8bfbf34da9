using Gateway.Toolkit.Core.Generators.Tests.Records;

namespace Gateway.Toolkit.Core.Generators.Tests;

public sealed class DescriptorTests
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
    public void Descriptor_StaticFieldAsDefault_IsReadAfterItIsSet() =>
        Assert.Equal(TimeSpan.FromSeconds(10), Every.Default.Duration);
}
