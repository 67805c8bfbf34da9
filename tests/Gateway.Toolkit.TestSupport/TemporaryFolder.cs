using System.Diagnostics;

namespace Gateway.Toolkit.TestSupport;

/// <summary>A folder that goes with its test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("gateway-").FullName;

    /// <summary>The folder's path.</summary>
    public string Path { get; }

    /// <summary>Writes a file in one step, as careful editors do: beside it, then renamed over it.</summary>
    /// <returns>The file's path.</returns>
    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
        return path;
    }

    /// <summary>The full path of a name in the folder.</summary>
    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file in place, as careless editors do, and makes the folders on its path.</summary>
    /// <returns>The file's path.</returns>
    public string Overwrite(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Of(name))!);
        File.WriteAllText(Of(name), text);
        return Of(name);
    }

    /// <summary>Points a link elsewhere in one step, as a mounted ConfigMap does.</summary>
    public void Link(string name, string target)
    {
        Directory.CreateSymbolicLink(Of(name + "_tmp"), target);
        using var move = Process.Start("mv", ["-T", Of(name + "_tmp"), Of(name)]);
        move.WaitForExit();
        if (move.ExitCode != 0)
            throw new IOException($"The link {name} could not be moved");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
