using Gateway.Toolkit.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Toolkit.Core.Tests.Configuration;

public sealed class WatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Changed_FileWrittenReplacedDeletedAndMadeAnew_IsSeenEachTime()
    {
        _folder.Overwrite("a.json", Content(0));
        using var configuration = Watching("a.json");

        _folder.Overwrite("a.json", Content(1));
        await configuration.LoadedAsync(Has(1));
        _folder.Write("a.json", Content(2));
        await configuration.LoadedAsync(Has(2));
        File.Delete(_folder.Of("a.json"));
        await configuration.LoadedAsync(tree => Has(2)(tree) && configuration.Errors.Count == 1);
        _folder.Overwrite("a.json", Content(3));
        await configuration.LoadedAsync(tree => Has(3)(tree) && configuration.Errors.Count == 0);
        _folder.Overwrite("a.json", "{ half");
        await configuration.LoadedAsync(tree => Has(3)(tree) && configuration.Errors.Count == 1);
        _folder.Overwrite("a.json", Content(4));
        await configuration.LoadedAsync(Has(4));
    }

    [Fact]
    public async Task Changed_FolderDeletedAndMadeAnew_IsSeen()
    {
        _folder.Overwrite("conf/a.json", Content(0));
        using var configuration = Watching("conf/a.json");

        Directory.Delete(_folder.Of("conf"), recursive: true);
        await configuration.LoadedAsync(tree => Has(0)(tree) && configuration.Errors.Count == 1);
        _folder.Overwrite("conf/a.json", Content(1));
        await configuration.LoadedAsync(Has(1));
        _folder.Overwrite("conf/a.json", Content(2));
        await configuration.LoadedAsync(Has(2));
    }

    [Fact]
    public async Task Changed_FolderReplacedByAnother_IsSeenAndWatchedOn()
    {
        _folder.Overwrite("conf/a.json", Content(0));
        _folder.Overwrite("next/a.json", Content(1));
        using var configuration = Watching("conf/a.json");

        Directory.Move(_folder.Of("conf"), _folder.Of("old"));
        Directory.Move(_folder.Of("next"), _folder.Of("conf"));
        await configuration.LoadedAsync(Has(1));
        _folder.Overwrite("conf/a.json", Content(2));
        await configuration.LoadedAsync(Has(2));
    }

    [Fact]
    public async Task Changed_ConfigMapSwapped_IsSeenEachTime()
    {
        _folder.Overwrite("..v0/a.json", Content(0));
        Directory.CreateSymbolicLink(_folder.Of("..data"), "..v0");
        File.CreateSymbolicLink(_folder.Of("a.json"), Path.Combine("..data", "a.json"));
        using var configuration = Watching("a.json");

        for (var i = 1; i < 4; i++)
        {
            _folder.Overwrite($"..v{i}/a.json", Content(i));
            _folder.Link("..data", $"..v{i}");
            Directory.Delete(_folder.Of($"..v{i - 1}"), recursive: true);
            await configuration.LoadedAsync(Has(i));
            Assert.Empty(configuration.Errors);
        }
    }

    [Fact]
    public async Task Changed_OptionalFileAppears_IsSeen()
    {
        using var configuration = new TestConfiguration(
            new ConfigurationBuilder().Build(), _folder.Path, new JsonFileLayer("a.json", _folder.Of("sub/a.json"), optional: true));
        configuration.LoadSound();
        configuration.Watch();

        _folder.Overwrite("sub/a.json", Content(1));

        await configuration.LoadedAsync(Has(1));
    }

    [Fact]
    public async Task Changed_ManyWritesWithinTheWait_IsRaisedOnce()
    {
        _folder.Overwrite("a.json", Content(0));
        using var configuration = Watching("a.json");

        for (var i = 1; i < 20; i++)
            _folder.Overwrite("a.json", Content(i));
        await configuration.ChangeAsync();
        await configuration.LoadedAsync(Has(19));

        Assert.InRange(configuration.Changes, 1, 2);
    }

    [Fact]
    public async Task Changed_WritingNeverEnds_IsRaisedAllTheSame()
    {
        _folder.Overwrite("a.json", Content(0));
        using var configuration = Watching("a.json");
        var i = 0;

        await Eventually.HoldsAsync(
            () =>
            {
                _folder.Overwrite("a.json", Content(++i));
                configuration.Time.Advance(TimeSpan.FromMilliseconds(20));
                return configuration.Changes >= 3;
            },
            "changes are raised while writing goes on");
    }

    [Fact]
    public void Changed_FileTouchedWithoutAnotherContent_IsNotRaised()
    {
        var file = _folder.Overwrite("a.json", Content(0));
        using var configuration = Watching("a.json");

        File.SetLastWriteTimeUtc(file, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        for (var i = 0; i < 100; i++)
            configuration.Time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal(0, configuration.Changes);
    }

    [Fact]
    public void Changed_AfterDispose_IsNotRaised()
    {
        _folder.Overwrite("a.json", Content(0));
        var configuration = Watching("a.json");
        configuration.Dispose();

        _folder.Overwrite("a.json", Content(1));
        for (var i = 0; i < 100; i++)
            configuration.Time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal(0, configuration.Changes);
    }

    [Fact]
    public async Task Changed_FileNotToBeWatched_IsNotRaisedButReadAgain()
    {
        _folder.Overwrite("a.json", Content(0));
        _folder.Overwrite("b.json", """{ "b": 0 }""");
        using var configuration = new TestConfiguration(
            new ConfigurationBuilder().Build(),
            _folder.Path,
            new JsonFileLayer("a.json", _folder.Of("a.json"), watch: false),
            new JsonFileLayer("b.json", _folder.Of("b.json")));
        configuration.LoadSound();
        configuration.Watch();

        _folder.Overwrite("a.json", Content(1));
        for (var i = 0; i < 100; i++)
            configuration.Time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(0, configuration.Changes);

        _folder.Overwrite("b.json", """{ "b": 1 }""");
        await configuration.LoadedAsync(Has(1));
    }

    [Theory]
    [InlineData("write")]
    [InlineData("replace")]
    [InlineData("delete")]
    [InlineData("swap")]
    public async Task FileWatch_AnyChange_TouchesBeforeAnybodyLooks(string change)
    {
        _folder.Overwrite("..v0/a.json", Content(0));
        Directory.CreateSymbolicLink(_folder.Of("..data"), "..v0");
        _folder.Overwrite("..v1/a.json", Content(1));
        using var touched = new SemaphoreSlim(0);
        using var watch = new FileWatch(new FakeTimeProvider(), () => touched.Release(), NullLogger.Instance);
        watch.Track(_folder.Of("..data/a.json"));
        watch.Start();

        if (change == "write")
            _folder.Overwrite("..v0/a.json", Content(2));
        else if (change == "replace")
            _folder.Write("..v0/a.json", Content(2));
        else if (change == "delete")
            File.Delete(_folder.Of("..v0/a.json"));
        else
            _folder.Link("..data", "..v1");

        Assert.True(await touched.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(watch.HasChanged(readAgain: true));
        Assert.False(watch.HasChanged(readAgain: true));
    }

    [Fact]
    public async Task FileWatch_OtherFilesOfTheFolder_DoNotTouch()
    {
        _folder.Overwrite("a.json", Content(0));
        var touches = 0;
        using var touched = new SemaphoreSlim(0);
        using var watch = new FileWatch(new FakeTimeProvider(), () => { touches++; touched.Release(); }, NullLogger.Instance);
        watch.Track(_folder.Of("a.json"));
        watch.Start();

        // Events come in order: once the last is here, those before it have been.
        for (var i = 0; i < 50; i++)
            File.AppendAllText(_folder.Of("app.log"), "line\n");
        Assert.Equal(0, touches);
        File.Delete(_folder.Of("a.json"));

        Assert.True(await touched.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(1, touches);
    }

    [Fact]
    public void FileWatch_WithoutTheSystemsWatchers_SeesChangesByLooking()
    {
        // The real clock: a young file is read again, an old one only when its time or length differ.
        using var watch = new FileWatch(TimeProvider.System, () => { }, NullLogger.Instance);
        var file = _folder.Overwrite("a.json", Content(0));
        var written = File.GetLastWriteTimeUtc(file);
        watch.Track(file);
        Assert.False(watch.HasChanged(readAgain: false));

        File.WriteAllText(file, Content(1));
        File.SetLastWriteTimeUtc(file, written);
        Assert.True(watch.HasChanged(readAgain: false));

        File.WriteAllText(file, Content(2));
        File.SetLastWriteTimeUtc(file, written.AddHours(-1));
        Assert.True(watch.HasChanged(readAgain: false));
        Assert.False(watch.HasChanged(readAgain: false));

        File.Delete(file);
        Assert.True(watch.HasChanged(readAgain: false));
        Assert.False(watch.HasChanged(readAgain: false));
    }

    [Fact]
    public void LinkedPath_LinksToFilesAndFolders_AreFollowedToTheEnd()
    {
        _folder.Overwrite("real/deep/a.json", "{}");
        Directory.CreateSymbolicLink(_folder.Of("current"), _folder.Of("real"));
        Directory.CreateSymbolicLink(_folder.Of("real/side"), Path.Combine("..", "current", ".", "deep"));
        File.CreateSymbolicLink(_folder.Of("a.json"), Path.Combine("current", "side", "a.json"));

        var linked = LinkedPath.Follow(_folder.Of("a.json"));

        Assert.Equal(_folder.Of("real/deep/a.json"), linked.Target);
        foreach (var place in (string[])["a.json", "current", "real/side", "real/deep/a.json"])
            Assert.Contains(_folder.Of(place), linked.Places);
    }

    [Fact]
    public void LinkedPath_Circle_Ends()
    {
        File.CreateSymbolicLink(_folder.Of("a"), "b");
        File.CreateSymbolicLink(_folder.Of("b"), "a");

        Assert.NotNull(LinkedPath.Follow(_folder.Of("a")).Target);
    }

    private static string Content(int version) => $$"""{ "Version": {{version}} }""";

    private static Func<GatewayConfigNode, bool> Has(int version) => tree => tree.Find("Version")?.Text == $"{version}";

    private TestConfiguration Watching(string file)
    {
        var configuration = new TestConfiguration(_folder, file);
        configuration.LoadSound();
        configuration.Watch();
        return configuration;
    }
}
