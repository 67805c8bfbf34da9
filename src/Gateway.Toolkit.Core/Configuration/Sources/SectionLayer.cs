using Microsoft.Extensions.Configuration;

namespace Gateway.Toolkit;

/// <summary>
/// An <see cref="IConfiguration"/> whose providers are out of reach, as one layer: values are text, and which provider gave
/// one is not known.
/// </summary>
internal sealed class SectionLayer(IConfiguration configuration, string section) : ConfigLayer
{
    public override string Name { get; } = $"configuration section {section}";

    public override bool IsTextOnly => true;

    protected override GatewayConfigNode? Read(GatewayErrors errors)
    {
        var node = new TextTree(
            section,
            path => At(path).GetChildren().Select(child => child.Key),
            path => (At(path) as IConfigurationSection)?.Value,
            _ => Name).Read(errors);
        if (node is null && HadContent)
            errors.Add(new("Gateway", new(Name), "has become empty"));
        return node;
    }

    private IConfiguration At(string path) =>
        path.Length == section.Length ? configuration : configuration.GetSection(path[(section.Length + 1)..]);
}
