using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Toolkit.Routing;

/// <summary><c>Respond</c>: answers with a fixed response.</summary>
internal sealed class RespondModule(IServiceProvider services)
    : GatewayModule<RespondOptions>("Respond", ModuleLevels.Route, GatewayValues.Options<RespondOptions>(), Stage.Dispatch), IRequestValueReader
{
    private static readonly FileExtensionContentTypeProvider _contentTypes = new();

    public IEnumerable<GatewayValueReference> Reads(object options) =>
        ((RespondOptions)options).Headers.Values.SelectMany(template => template.References).Distinct();

    protected override void Validate(RespondOptions options, ModuleContext context, GatewayErrors errors)
    {
        var node = context.Node;
        CheckBody(options, node, errors);
        if (options.ContentType is { } type && (type.Length == 0 || !HttpText.IsFieldValue(type)))
            errors.Add(node.At(nameof(options.ContentType)), $"\"{type}\" is not a media type such as \"text/html\"");

        var headers = node.At(nameof(options.Headers));
        var templates = RouteTemplates.Of(context.Item);
        foreach (var (name, value) in options.Headers)
        {
            templates.Check(value, TemplatePlace.Header, headers.At(name), errors);
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                errors.Add(headers.At(name), "is set with \"ContentType\" of \"Respond\"");
            else if (FieldNames.WrongInResponse(name) is { } wrong)
                errors.Add(headers.At(name), wrong);
        }
    }

    protected override ExchangeDelegate BuildExchange(RespondOptions options, ModuleBuild build, ExchangeDelegate inner)
    {
        var fields = new RespondFields(options.Headers, ContentType(options), RouteTemplates.Of(build.Item));
        if (options.File is { } file)
            return new FileBody(FullPath(file, build.Node), options.Status, fields).SendAsync;
        var bytes = options.Json is { } json ? JsonBody.Write(json) : Encoding.UTF8.GetBytes(options.Body ?? "");
        long? length = HasBody(options.Status) ? bytes.Length : null;
        return exchange => ValueTask.FromResult<ExchangeResponse>(
            new FixedResponse(options.Status, fields.For(exchange), length) { Body = FixedResponse.BodyOf(exchange, bytes) });
    }

    private void CheckBody(RespondOptions options, GatewayConfigNode node, GatewayErrors errors)
    {
        var bodies = new (string Key, bool IsSet)[]
        {
            (nameof(options.Body), options.Body is not null), (nameof(options.Json), options.Json is not null), (nameof(options.File), options.File is not null),
        }.Where(body => body.IsSet).Select(body => body.Key).ToList();
        if (bodies.Count > 1)
            errors.Add(node.At(bodies[1]), $"is a second body beside \"{bodies[0]}\"");
        if (bodies.Count > 0 && !HasBody(options.Status))
            errors.Add(node.At(bodies[0]), $"a response with the status {options.Status} has no body");
        if (options.Json is { } json && !JsonBody.CanWrite(json))
            errors.Add(json, "can't be written as JSON");
        if (options.File is { } file && !File.Exists(FullPath(file, node)))
            errors.Add(node.At(nameof(options.File)), $"there is no file \"{FullPath(file, node)}\"");
    }

    // RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5.
    private static bool HasBody(int status) => status is not (204 or 205 or 304);

    private static string? ContentType(RespondOptions options) => options switch
    {
        { ContentType: { } given } => given,
        { Body: not null } => "text/plain; charset=utf-8",
        { Json: not null } => "application/json",
        { File: { } file } => _contentTypes.TryGetContentType(file, out var known) ? known : "application/octet-stream",
        _ => null,
    };

    private string FullPath(string file, GatewayConfigNode node) => Path.GetFullPath(
        file, node.At(nameof(RespondOptions.File)).Origin.BaseFolder is { } folder ? Path.GetFullPath(folder) : ContentRoot());

    private string ContentRoot() => services.GetService<IHostEnvironment>()?.ContentRootPath ?? Directory.GetCurrentDirectory();
}
