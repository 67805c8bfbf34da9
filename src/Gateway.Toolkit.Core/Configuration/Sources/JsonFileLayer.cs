namespace Gateway.Toolkit;

/// <summary>A JSON file.</summary>
/// <param name="name">The path as it was given: what origins and messages say.</param>
/// <param name="path">The full path.</param>
/// <param name="optional">Whether the file may be missing at the start.</param>
/// <param name="section">The section's path in the file; see <see cref="JsonConfigReader.Read"/>.</param>
/// <param name="watch">Whether changes of the file are to be seen.</param>
internal sealed class JsonFileLayer(string name, string path, bool optional = false, string? section = null, bool watch = true)
    : ConfigLayer
{
    public override string Name => name;

    public override string? File => watch ? path : null;

    protected override GatewayConfigNode? Read(GatewayErrors errors)
    {
        byte[] json;
        try
        {
            json = FileContent.Read(path);
        }
        catch (Exception exception) when (FileContent.IsMissing(exception))
        {
            if (!optional || HadContent)
                errors.Add(new("Gateway", new(name), $"the file does not exist; looked at {path}"));
            return null;
        }
        catch (Exception exception) when (FileContent.IsUnreadable(exception))
        {
            errors.Add(new("Gateway", new(name), $"the file can't be read: {exception.Message}"));
            return null;
        }

        return JsonConfigReader.Read(json, name, Path.GetDirectoryName(path), section, errors);
    }
}
