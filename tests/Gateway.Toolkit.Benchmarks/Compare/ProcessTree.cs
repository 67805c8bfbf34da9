namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>The kernel's own accounts of a process together with its children, such as nginx's workers.</summary>
internal static class ProcessTree
{
    /// <summary>The unit of the kernel's accounts: USER_HZ, which Linux fixes at 100 for what it shows to programs.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public static ProcessUsage Usage(int root)
    {
        var tree = Of(root, All());
        return new(
            tree.Sum(process => process.UserTicks) * Tick,
            tree.Sum(process => process.SystemTicks) * Tick,
            tree.Sum(process => process.ResidentPages) * Environment.SystemPageSize);
    }

    /// <summary>A process and all below it, the parents first.</summary>
    public static IReadOnlyList<ProcessStat> Of(int root, IReadOnlyList<ProcessStat> processes)
    {
        var tree = processes.Where(process => process.Id == root).ToList();
        for (var i = 0; i < tree.Count; i++)
            tree.AddRange(processes.Where(process => process.Parent == tree[i].Id));
        return tree;
    }

    private static List<ProcessStat> All()
    {
        var processes = new List<ProcessStat>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!char.IsAsciiDigit(Path.GetFileName(folder)[0]))
                continue;
            try
            {
                processes.Add(ProcessStat.Parse(File.ReadAllText(Path.Combine(folder, "stat"))));
            }
            catch (IOException)
            {
                // The process ended while the folder was read.
            }
        }

        return processes;
    }
}
