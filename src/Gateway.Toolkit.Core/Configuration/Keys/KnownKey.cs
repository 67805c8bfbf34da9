namespace Gateway.Toolkit;

/// <summary>One key of the table that all packages share.</summary>
/// <param name="Name">The key.</param>
/// <param name="Levels">Where it may stand.</param>
/// <param name="Package">The package that owns it.</param>
internal sealed record KnownKey(string Name, ModuleLevels Levels, string Package)
{
    /// <summary>The call that adds the package; null for Core, which is always there.</summary>
    public string? Call => Package == "Core" ? null : $"Add{Package}()";

    /// <summary>The package's full name.</summary>
    public string PackageId => $"Gateway.Toolkit.{Package}";
}
