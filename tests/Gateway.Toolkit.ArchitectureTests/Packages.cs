using System.Reflection;

namespace Gateway.Toolkit.ArchitectureTests;

/// <summary>The assemblies of the packages that this project references.</summary>
internal static class Packages
{
    public static IReadOnlyList<Assembly> All { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "Gateway.Toolkit*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !name.EndsWith("Tests", StringComparison.Ordinal) && !name.EndsWith("TestSupport", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Assembly.Load),
    ];
}
