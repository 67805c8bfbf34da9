using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Toolkit.Core.Tests.Configuration;

/// <summary>A configuration of given sources, with a clock that the test moves.</summary>
internal sealed class TestConfiguration : IDisposable
{
    private readonly GatewayConfiguration _configuration;
    private int _changes;

    public TestConfiguration(IConfiguration app, string contentRoot, params IConfigSource[] sources)
    {
        _configuration = new(sources, TestShape.Instance, app, contentRoot, Time, NullLogger<GatewayConfiguration>.Instance);
        _configuration.Changed += () => Interlocked.Increment(ref _changes);
    }

    public TestConfiguration(TemporaryFolder folder, params string[] files)
        : this(new ConfigurationBuilder().Build(), folder.Path, [.. files.Select(file => new JsonFileLayer(file, folder.Of(file)))])
    {
    }

    public FakeTimeProvider Time { get; } = new();

    public int Changes => Volatile.Read(ref _changes);

    public IReadOnlyList<GatewayConfigError> Errors { get; private set; } = [];

    public GatewayConfigNode Load()
    {
        var errors = new GatewayErrors();
        var tree = _configuration.Load(errors);
        Errors = errors.Items;
        Assert.Equal("Gateway", tree.Path);
        Assert.All(Json.All(tree), item => Assert.Equal(item.Path, item.Node.Path));
        return tree;
    }

    /// <summary>Loads what must be without errors.</summary>
    public GatewayConfigNode LoadSound()
    {
        var tree = Load();
        Assert.Empty(Errors);
        return tree;
    }

    public void Watch() => _configuration.Watch();

    /// <summary>Lets time pass, in fast motion, until a change is reported.</summary>
    public Task ChangeAsync()
    {
        var before = Changes;
        return PassAsync(() => Changes > before, "a change is reported");
    }

    /// <summary>Lets time pass until a tree that was loaded after a change is as it should be.</summary>
    public Task LoadedAsync(Func<GatewayConfigNode, bool> isLoaded)
    {
        var seen = Changes;
        var tree = Load();
        return PassAsync(
            () =>
            {
                if (Changes == seen)
                    return isLoaded(tree);
                seen = Changes;
                tree = Load();
                return isLoaded(tree);
            },
            "what was written is loaded");
    }

    private Task PassAsync(Func<bool> condition, string what) => Eventually.HoldsAsync(
        () =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(50));
            return condition();
        },
        what);

    public void Dispose() => _configuration.Dispose();
}
