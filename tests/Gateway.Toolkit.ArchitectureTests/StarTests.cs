using System.Reflection;
using System.Xml.Linq;

namespace Gateway.Toolkit.ArchitectureTests;

/// <summary>Core is the hub: every other package stands on it alone, and shows only what users need.</summary>
public class StarTests
{
    private static readonly string[] _exceptions = ["Gateway.Toolkit", "Gateway.Toolkit.Cli", "Gateway.Toolkit.Core", "Gateway.Toolkit.Core.Generators"];

    public static TheoryData<string> Projects() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file))];

    public static TheoryData<string> Assemblies() => ["Gateway.Toolkit.Core", "Gateway.Toolkit.Routing", "Gateway.Toolkit"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Package_OtherThanTheNamedExceptions_ReferencesCoreOnly(string project)
    {
        if (_exceptions.Contains(project))
            return;
        var references = XDocument.Load(Path.Combine(Root(), "src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Equal(["Gateway.Toolkit.Core"], references);
    }

    [Fact]
    public void Core_TheHub_ReferencesNoOtherPackage() =>
        Assert.DoesNotContain(
            Assembly.Load("Gateway.Toolkit.Core").GetReferencedAssemblies(),
            name => name.Name!.StartsWith("Gateway.Toolkit", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void PublicTypes_AreOptionsBuildersEventsAndContracts_NeverModules(string assembly) =>
        Assert.DoesNotContain(
            Assembly.Load(assembly).GetExportedTypes(),
            type => type is { IsInterface: false, IsAbstract: false } && typeof(IGatewayModule).IsAssignableFrom(type));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void PublicClasses_AreSealedOrMeantForDerivation(string assembly) =>
        Assert.Empty(Assembly.Load(assembly).GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type != typeof(ExchangeResponse))
            .Select(type => type.FullName));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Package_InItsFolder_HasReadmeAndApiFiles(string project)
    {
        var folder = Path.Combine(Root(), "src", project);
        Assert.True(File.Exists(Path.Combine(folder, "README.md")), $"{project} has no README.md");
        if (project == "Gateway.Toolkit.Core.Generators")
            return;
        Assert.True(File.Exists(Path.Combine(folder, "PublicAPI.Shipped.txt")), $"{project} has no PublicAPI.Shipped.txt");
        Assert.True(File.Exists(Path.Combine(folder, "PublicAPI.Unshipped.txt")), $"{project} has no PublicAPI.Unshipped.txt");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gateway.Toolkit.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests has Gateway.Toolkit.sln");
        return folder.FullName;
    }
}
