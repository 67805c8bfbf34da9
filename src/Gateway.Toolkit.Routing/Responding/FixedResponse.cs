using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit.Routing;

/// <summary>A response whose fields were known before: they are written straight to where they go.</summary>
internal sealed class FixedResponse : ExchangeResponse
{
    private readonly KeyValuePair<string, StringValues>[] _fields;
    private readonly long? _length;

    /// <param name="statusCode">The status.</param>
    /// <param name="fields">The fields, without the length; one without values is left out.</param>
    /// <param name="length">The body's length; null where none may be given.</param>
    public FixedResponse(int statusCode, KeyValuePair<string, StringValues>[] fields, long? length)
        : base(statusCode)
    {
        _fields = fields;
        _length = length;
    }

    /// <summary>The body of a response to a request: none for HEAD, nor where there is nothing in it.</summary>
    public static PipeReader? BodyOf(Exchange exchange, ReadOnlyMemory<byte> bytes) =>
        bytes.IsEmpty || HttpMethods.IsHead(exchange.Method) ? null : PipeReader.Create(new(bytes));

    protected override void WriteHeadersTo(IHeaderDictionary target)
    {
        foreach (var (name, values) in _fields)
        {
            if (values.Count > 0)
                target[name] = values;
        }

        target.ContentLength = _length;
    }
}
