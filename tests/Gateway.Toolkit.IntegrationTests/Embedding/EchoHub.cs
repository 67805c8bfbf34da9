using Microsoft.AspNetCore.SignalR;

namespace Gateway.Toolkit.IntegrationTests.Embedding;

public sealed class EchoHub : Hub
{
    public Task<string> Echo(string text) => Task.FromResult(Context.ConnectionAborted.IsCancellationRequested ? "" : $"echo {text}");
}
