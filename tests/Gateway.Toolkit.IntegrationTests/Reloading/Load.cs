using System.Collections.Concurrent;
using System.Net;

namespace Gateway.Toolkit.IntegrationTests.Reloading;

/// <summary>A few clients that ask without pause until they are disposed, and count what they get.</summary>
internal sealed class Load : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _answers = [];
    private readonly List<Task> _clients;
    private long _count;

    public Load(HttpClient client, string path, int clients = 4, string? token = null) =>
        _clients = [.. Enumerable.Range(0, clients).Select(_ => Task.Run(() => AskAsync(client, path, token)))];

    /// <summary>How many answers have come.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>How often each answer came: the status, or the failure's type.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>Waits until some more answers have come.</summary>
    public Task MoreAsync(int answers)
    {
        var goal = Count + answers;
        return TestSupport.Eventually.HoldsAsync(() => Count >= goal, $"{answers} more answers came");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_clients);
        _stop.Dispose();
    }

    private async Task AskAsync(HttpClient client, string path, string? token)
    {
        while (!_stop.IsCancellationRequested)
        {
            var answer = await OnceAsync(client, path, token);
            _answers.AddOrUpdate(answer, 1, (_, count) => count + 1);
            Interlocked.Increment(ref _count);
        }
    }

    private static async Task<string> OnceAsync(HttpClient client, string path, string? token)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (token is not null)
                request.Headers.Add("X-Token", token);
            using var response = await client.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            return response.StatusCode == HttpStatusCode.OK && body.Length == 0 ? "empty" : ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException failure)
        {
            return failure.HttpRequestError.ToString();
        }
    }
}
