namespace Gateway.Toolkit;

/// <summary>Turns byte offsets that only grow into lines and columns, so that a whole file is counted once.</summary>
internal sealed class JsonCursor
{
    private int _offset;

    /// <summary>The line, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The column in characters (Unicode scalar values), from 1.</summary>
    public int Column { get; private set; } = 1;

    /// <summary>Moves on to an offset that is not before the last one.</summary>
    public void MoveTo(ReadOnlySpan<byte> json, int offset)
    {
        for (; _offset < offset; _offset++)
        {
            if (json[_offset] == '\n')
                (Line, Column) = (Line + 1, 1);
            else if ((json[_offset] & 0xC0) != 0x80) // Bytes that continue a character don't count.
                Column++;
        }
    }
}
