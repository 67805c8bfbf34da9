using Gateway.Toolkit.Cli.Output;

namespace Gateway.Toolkit.Cli.Tests;

public sealed class TableTests
{
    [Fact]
    public void Table_ThatIsNarrow_WrapsItsLastColumnUnderItsBeginning()
    {
        var table = new Table();
        table.Add("a", "the quick brown fox jumps over the lazy dog");
        table.Add("long", "http://127.0.0.1:9001/a/very/long/address/that/stays/whole and more");

        Assert.Equal(
            """
              a     the quick brown fox jumps
                    over the lazy dog
              long  http://127.0.0.1:9001/a/very/long/address/that/stays/whole
                    and more

            """.ReplaceLineEndings(),
            Text(table, 34));
    }

    [Fact]
    public void Table_WithoutRoomForItsLastColumn_PutsItBelow()
    {
        var table = new Table();
        table.Add("a rather long first column", "short");
        table.Add("a", "the quick brown fox jumps over the lazy dog");

        Assert.Equal(
            """
              a rather long first column  short
              a
                  the quick brown fox jumps over
                  the lazy dog

            """.ReplaceLineEndings(),
            Text(table, 36));
    }

    [Fact]
    public void Table_WithoutWidth_KeepsEachRowOnOneLine()
    {
        var table = new Table();
        table.Add("a", "the quick brown fox jumps over the lazy dog");
        table.Add("a line of its own is no column");

        Assert.Equal(
            """
              a  the quick brown fox jumps over the lazy dog
              a line of its own is no column

            """.ReplaceLineEndings(),
            Text(table, int.MaxValue));
    }

    private static string Text(Table table, int width)
    {
        using var text = new StringWriter();
        table.WriteTo(text, width);
        return text.ToString();
    }
}
