using System.Diagnostics;

namespace Gateway.Toolkit.Core.Tests.Configuration;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gateway-").FullName;

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Of(name))!);
        File.WriteAllText(Of(name), text);
        return Of(name);
    }

    /// <summary>Replaces a file as editors do: a new one is renamed over it.</summary>
    public void Replace(string name, string text)
    {
        File.WriteAllText(Of(name + ".new"), text);
        File.Move(Of(name + ".new"), Of(name), overwrite: true);
    }

    /// <summary>Points a link elsewhere in one step, as a mounted ConfigMap does.</summary>
    public void Link(string name, string target)
    {
        Directory.CreateSymbolicLink(Of(name + "_tmp"), target);
        using var move = Process.Start("mv", ["-T", Of(name + "_tmp"), Of(name)]);
        move.WaitForExit();
        Assert.Equal(0, move.ExitCode);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
