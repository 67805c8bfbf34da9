using CsCheck;

namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class GatewaySizeTests
{
    private static readonly GatewayValue<GatewaySize> _value = GatewayValues.Scalar<GatewaySize>();

    [Theory]
    [InlineData("512B", 512)]
    [InlineData("64KB", 65_536)]
    [InlineData("64kb", 65_536)]
    [InlineData("64 KB", 65_536)]
    [InlineData("10MB", 10_485_760)]
    [InlineData("1.5MB", 1_572_864)]
    [InlineData("1GB", 1_073_741_824)]
    [InlineData("2TB", 2_199_023_255_552)]
    [InlineData("0B", 0)]
    public void Text_EachUnit_Is1024Based(string text, long bytes) => Assert.Equal(new(bytes), _value.Read(text));

    [Theory]
    [InlineData("64", "\"64\" has no unit; write \"64B\", \"64KB\" or \"64MB\"")]
    [InlineData("64KiB", "\"64KiB\" is not a size such as \"64KB\" or \"10MB\"")]
    [InlineData("-1KB", "\"-1KB\" is not a size such as \"64KB\" or \"10MB\"")]
    [InlineData("KB", "\"KB\" is not a size such as \"64KB\" or \"10MB\"")]
    [InlineData("8388608TB", "\"8388608TB\" is too large")]
    [InlineData("79228162514264337593543950335TB", "\"79228162514264337593543950335TB\" is too large")]
    public void Text_NoSize_SaysWhatToWrite(string text, string message) => Assert.Equal(message, _value.Error(text));

    [Fact]
    public void Number_NoUnit_SaysWhatToWrite() =>
        Assert.Equal("\"64\" has no unit; write \"64B\", \"64KB\" or \"64MB\"", _value.Error(Nodes.Number("64")));

    [Fact]
    public void Object_AsSize_IsAnError() =>
        Assert.Equal("is an object; expected a size such as \"64KB\" or \"10MB\"", _value.Error(Nodes.Object()));

    [Fact]
    public void ToText_AnySize_ReadsBackEqual() =>
        Gen.Long[0, long.MaxValue].Select(bytes => new GatewaySize(bytes)).Sample(size => _value.Read(_value.Write(size)) == size);

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndIsNeverNegative() =>
        Gen.String[Gen.Char["0123456789.- BKMGTb"], 0, 34].Sample(text => !GatewaySize.TryParse(text, out var size, out _) || size.Bytes >= 0);

    [Fact]
    public void Comparison_AnyTwo_IsThatOfTheirBytes() =>
        Gen.Select(Gen.Long, Gen.Long).Sample((x, y) =>
        {
            var (left, right) = (new GatewaySize(x), new GatewaySize(y));
            return (left < right) == (x < y) && (left > right) == (x > y) && (left <= right) == (x <= y) && (left >= right) == (x >= y)
                && Math.Sign(((IComparable)left).CompareTo(right)) == x.CompareTo(y);
        });
}
