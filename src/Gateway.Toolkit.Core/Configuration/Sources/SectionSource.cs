using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit;

/// <summary>
/// A section of an <see cref="IConfiguration"/>, provider by provider: JSON files are read again by our own reader, which
/// keeps what <see cref="IConfiguration"/> loses, and the others are laid on top of each other as text.
/// </summary>
internal sealed class SectionSource : IConfigSource
{
    private readonly IConfiguration _configuration;
    private readonly IConfigurationRoot? _root;
    private readonly string _section;
    private readonly SectionLayer? _whole;
    private OrderedDictionary<IConfigurationProvider, ConfigLayer> _layers = [];

    /// <summary>Takes a section.</summary>
    /// <param name="configuration">The section; or a whole configuration, whose section <c>Gateway</c> is then meant.</param>
    /// <param name="app">
    /// The app's configuration. A section of it gives its providers away; one of another configuration keeps its root to
    /// itself and is read as one layer of text.
    /// </param>
    public SectionSource(IConfiguration configuration, IConfiguration app)
    {
        _configuration = configuration;
        _section = (configuration as IConfigurationSection)?.Path ?? "Gateway";
        _root = configuration as IConfigurationRoot ?? (IsSectionOf(configuration, app) ? app as IConfigurationRoot : null);
        if (_root is null)
            _whole = new(configuration is IConfigurationSection ? configuration : configuration.GetSection(_section), _section);
    }

    public IReadOnlyList<ConfigLayer> Layers()
    {
        if (_root is null)
            return [_whole!];
        var layers = new OrderedDictionary<IConfigurationProvider, ConfigLayer>(ReferenceEqualityComparer.Instance);
        foreach (var provider in Providers(_root))
            layers[provider] = _layers.TryGetValue(provider, out var known) ? known : Layer(provider);
        _layers = layers;
        return [.. layers.Values];
    }

    public IChangeToken GetChangeToken() => _configuration.GetReloadToken();

    // A section has no public way to its root, but hands on the root's own token. A reload between the two calls changes it.
    private static bool IsSectionOf(IConfiguration section, IConfiguration app)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            if (ReferenceEquals(section.GetReloadToken(), app.GetReloadToken()))
                return true;
        }

        return false;
    }

    private static IEnumerable<IConfigurationProvider> Providers(IConfigurationRoot root) => root.Providers.SelectMany(provider =>
        provider is ChainedConfigurationProvider { Configuration: IConfigurationRoot inner } ? Providers(inner) : [provider]);

    private ConfigLayer Layer(IConfigurationProvider provider) =>
        provider is JsonConfigurationProvider { Source: { Path: { } path } source } && FullPath(source.FileProvider, path) is { } file
            ? new JsonFileLayer(path, file, source.Optional, _section, source.ReloadOnChange)
            : new ProviderLayer(provider, _section);

    // A missing file has no physical path, so the usual file provider is asked for its folder instead.
    private static string? FullPath(IFileProvider? files, string path) => files is PhysicalFileProvider folder
        ? Path.GetFullPath(Path.Combine(folder.Root, path))
        : files?.GetFileInfo(path).PhysicalPath;
}
