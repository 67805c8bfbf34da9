using CsCheck;

namespace Gateway.Toolkit.Core.Tests.Options;

public sealed class NameSuggestionsTests
{
    private static readonly string[] _known = ["Cache", "Compression", "Cors", "Forward", "Throttle"];

    [Theory]
    [InlineData("Cach", "Cache")]
    [InlineData("cache", "Cache")]
    [InlineData("Forwrad", "Forward")]
    [InlineData("Trottle", "Throttle")]
    [InlineData("Compresion", "Compression")]
    public void Hint_Misspelt_NamesTheNearest(string name, string nearest) =>
        Assert.Equal($"; did you mean \"{nearest}\"?", NameSuggestions.Hint(name, _known));

    [Theory]
    [InlineData("Retry")]
    [InlineData("x")]
    [InlineData("")]
    public void Hint_NothingNear_ListsWhatIsAllowed(string name) =>
        Assert.Equal("; allowed: Cache, Compression, Cors, Forward, Throttle", NameSuggestions.Hint(name, _known));

    [Fact]
    public void Hint_ManyOrNoNames_ListsNothing()
    {
        Assert.Equal("", NameSuggestions.Hint("x", []));
        Assert.Equal("", NameSuggestions.Hint("x", [.. Enumerable.Range(0, 31).Select(i => $"name{i}")]));
    }

    [Fact]
    public void Nearest_TwoNeighboursSwapped_IsFound() =>
        Gen.String[Gen.Char.AlphaNumeric, 3, 20].SelectMany(name => Gen.Select(Gen.Const(name), Gen.Int[0, name.Length - 2])).Sample((name, i) =>
        {
            var swapped = $"{name[..i]}{name[i + 1]}{name[i]}{name[(i + 2)..]}";
            return NameSuggestions.Nearest(swapped, [name]) == name;
        });

    [Fact]
    public void Nearest_KnownName_IsItself() =>
        Gen.String.Array[1, 5].Sample(names => NameSuggestions.Nearest(names[^1], names) is { } found
            && found.Equals(names[^1], StringComparison.OrdinalIgnoreCase));
}
