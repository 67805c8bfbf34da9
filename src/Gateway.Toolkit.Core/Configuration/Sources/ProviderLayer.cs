using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Gateway.Toolkit;

/// <summary>A provider of an <see cref="IConfiguration"/> that is not a JSON file: environment, command line, key vault, memory.</summary>
internal sealed class ProviderLayer(IConfigurationProvider provider, string section) : ConfigLayer
{
    public override string Name { get; } = provider.ToString() ?? provider.GetType().Name;

    public override bool IsTextOnly => true;

    protected override GatewayConfigNode? Read(GatewayErrors errors)
    {
        try
        {
            // A provider whose reload fails often ends up empty without a word.
            if (!HadContent || provider.GetChildKeys([], null).Any())
                return Tree().Read(errors);
            errors.Add(new("Gateway", new(Name), "has become empty"));
        }
        catch (Exception exception) // Whatever somebody's provider throws.
        {
            errors.Add(new("Gateway", new(Name), $"can't be read: {exception.Message}"));
        }

        return null;
    }

    private TextTree Tree() => new(
        section,
        path => provider.GetChildKeys([], path),
        path => provider.TryGet(path, out var value) ? value : null,
        provider is EnvironmentVariablesConfigurationProvider ? Variable : _ => Name);

    // The prefix that the provider takes off its names is private; its description has it in quotes.
    private string Variable(string path)
    {
        var prefix = Name.Split('\'') is [_, var quoted, _] ? quoted : "";
        return $"environment: {prefix}{path.Replace(":", "__", StringComparison.Ordinal)}";
    }
}
