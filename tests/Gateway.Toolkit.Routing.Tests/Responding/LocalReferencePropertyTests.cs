using CsCheck;

namespace Gateway.Toolkit.Routing.Tests.Responding;

public sealed class LocalReferencePropertyTests
{
    private static readonly Gen<string> _text =
        Gen.OneOf(Gen.OneOf("/", "//", "\\", "?", "#", "\t", "\r\n", "\0", ":", "@", "http:", "evil.example", "%2F", "%09", ".", "..", " "), Gen.String[Gen.Char, 0, 2])
            .Array[0, 6].Select(string.Concat);

    [Fact]
    public void Of_AnyText_StaysOnTheHost() => Gen.Select(_text, Gen.Bool).Sample((text, slash) =>
    {
        if (LocalReference.Of(slash ? "/" + text : text) is not { } reference)
            return;
        Assert.All(reference, character => Assert.True(character is > ' ' and <= '~' and not '\\'));
        Assert.True(new Uri("http://here.example/at").IsBaseOf(new Uri(new Uri("http://here.example/at"), reference)));
        Assert.Equal(reference, LocalReference.Of(reference));
    });
}
