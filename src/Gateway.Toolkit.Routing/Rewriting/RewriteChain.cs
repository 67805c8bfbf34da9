using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Toolkit.Routing;

/// <summary>Rewrites each exchange of a route. All values are taken before anything is changed.</summary>
internal sealed class RewriteChain
{
    private static readonly GatewayProblem _refused =
        GatewayProblem.BadRequest with { Detail = "A value of the request can't stand where the route puts it" };

    private readonly ExchangeDelegate _inner;
    private readonly TargetRewrite? _target;
    private readonly GatewayTemplate? _host;
    private readonly string? _method;
    private readonly HeaderEdits? _request;
    private readonly HeaderEdits? _response;
    private readonly bool _always;

    public RewriteChain(RewriteOptions options, RouteTemplates templates, ExchangeDelegate inner)
    {
        var (request, response) = (options.RequestHeaders, options.ResponseHeaders);
        _inner = inner;
        _target = TargetRewrite.Of(options, templates);
        _host = templates.Bind(options.Host);
        _method = options.Method is { } method ? HttpMethods.GetCanonicalizedValue(method) : null;
        _request = HeaderEdits.Of(FieldEdit.Of(request.Remove, request.Set, request.Append, templates));
        _response = HeaderEdits.Of(FieldEdit.Of(response.Remove, response.Set, response.Append, templates));
        _always = response.Always;
    }

    public ValueTask<ExchangeResponse> SendAsync(Exchange exchange)
    {
        var source = new ExchangeValueSource(exchange);
        var values = _response?.Evaluate(in source);
        var response = TryRewrite(exchange, in source) ? _inner(exchange) : ValueTask.FromResult(ExchangeResponse.Failed(_refused));
        return values is null ? response : EditAsync(response, values);
    }

    private bool TryRewrite(Exchange exchange, in ExchangeValueSource source)
    {
        var host = exchange.UpstreamHost;
        if (_host is not null && _host.Render(in source, TemplatePlace.Host, out host) != TemplateOutcome.Complete)
            return false;
        var target = _target is null ? exchange.Target : _target.Apply(exchange.Target, in source);
        if (target is null)
            return false;
        if (_request is not null)
            _request.Apply(exchange.Headers, _request.Evaluate(in source));
        exchange.UpstreamHost = host;
        exchange.Target = target;
        exchange.Method = _method ?? exchange.Method;
        return true;
    }

    private async ValueTask<ExchangeResponse> EditAsync(ValueTask<ExchangeResponse> pending, StringValues[] values)
    {
        var response = await pending;
        if (response.Problem is not { } problem)
        {
            _response!.Apply(response.Headers, values);
            return response;
        }

        if (!_always)
            return response;
        await response.DisposeAsync();
        var fields = new HeaderDictionary(new Dictionary<string, StringValues>(problem.Headers, StringComparer.OrdinalIgnoreCase));
        _response!.Apply(fields, values);
        return ExchangeResponse.Failed(problem with { Headers = [.. fields] });
    }
}
