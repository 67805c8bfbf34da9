using System.Globalization;

namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>
/// What <c>/proc/PID/stat</c> says of a process; see proc(5). Its times include those of the children that ended.
/// </summary>
internal readonly record struct ProcessStat(int Id, int Parent, long UserTicks, long SystemTicks, long ResidentPages)
{
    public static ProcessStat Parse(string line)
    {
        // The second field is the program's name in parentheses, and may itself hold spaces and parentheses.
        var name = line.IndexOf('(', StringComparison.Ordinal);
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return new(
            int.Parse(line.AsSpan(0, name), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture),
            (int)Number(fields[1]),
            Number(fields[11]) + Number(fields[13]),
            Number(fields[12]) + Number(fields[14]),
            Number(fields[21]));
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
