using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit;

/// <summary>
/// The response to an exchange: head, then a body that is still unread or a duplex pipe, then trailers. Nothing has been sent
/// to the client. Whoever holds it owns it: return it, or dispose it.
/// </summary>
public class ExchangeResponse : IAsyncDisposable
{
    private IHeaderDictionary? _headers;
    private IDisposable? _owned;
    private List<IDisposable>? _alsoOwned;

    /// <summary>Makes a response.</summary>
    public ExchangeResponse(int statusCode) => StatusCode = statusCode;

    /// <summary>The status.</summary>
    public int StatusCode { get; set; }

    /// <summary>The reason phrase where it differs from the status' usual one; null otherwise.</summary>
    public string? ReasonPhrase { get; set; }

    /// <summary>The header fields, without those that belong to one connection only.</summary>
    public IHeaderDictionary Headers => _headers ??= CreateHeaders();

    /// <summary>The body, unread; null if there is none. A body that ends too early throws when read.</summary>
    public PipeReader? Body { get; set; }

    /// <summary>Both directions of the connection after a change of protocol; null for ordinary responses.</summary>
    public IDuplexPipe? Upgraded { get; init; }

    /// <summary>The trailer fields; null if there are none. Known when the body was read to its end.</summary>
    public virtual IHeaderDictionary? Trailers => null;

    /// <summary>Why the gateway made this response itself; null for responses of origins and dispatchers.</summary>
    public GatewayProblem? Problem { get; init; }

    /// <summary>Makes the response to a failure; the relay writes it as <c>application/problem+json</c> (RFC 9457).</summary>
    public static ExchangeResponse Failed(GatewayProblem problem) => new(problem.StatusCode) { Problem = problem };

    /// <summary>Writes the header fields to the client's response; called once, by the relay.</summary>
    public virtual void CopyHeadersTo(IHeaderDictionary target)
    {
        if (_headers is null)
        {
            WriteHeadersTo(target);
            return;
        }

        foreach (var (name, values) in _headers)
            target[name] = values;
    }

    /// <summary>
    /// Disposes something together with the response, after its body: a permit, a count, a timer that lasts as long as the
    /// response does.
    /// </summary>
    public void RegisterForDispose(IDisposable resource)
    {
        if (_owned is null)
            _owned = resource;
        else
            (_alsoOwned ??= []).Add(resource);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            await DisposeAsyncCore();
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Lets go of what the response holds; by default completes <see cref="Body"/>.</summary>
    protected virtual ValueTask DisposeAsyncCore() => Body?.CompleteAsync() ?? default;

    /// <summary>Writes fields that nobody has looked at yet, straight from where they came from.</summary>
    protected virtual void WriteHeadersTo(IHeaderDictionary target)
    {
    }

    private void Release()
    {
        Interlocked.Exchange(ref _owned, null)?.Dispose();
        foreach (var resource in Interlocked.Exchange(ref _alsoOwned, null) ?? [])
            resource.Dispose();
    }

    private HeaderDictionary CreateHeaders()
    {
        var headers = new HeaderDictionary();
        WriteHeadersTo(headers);
        return headers;
    }
}
