using Microsoft.AspNetCore.Http;

namespace Gateway.Toolkit.Routing;

/// <summary><c>Rewrite</c>: changes requests before the dispatcher and responses after it.</summary>
internal sealed class RewriteModule()
    : GatewayModule<RewriteOptions>("Rewrite", ModuleLevels.Route, GatewayValues.Options<RewriteOptions>(), Stage.Shape), IRequestValueReader
{
    private static readonly string[] _secretNames = ["Authorization", "Cookie", "Key", "Token", "Secret", "Password"];

    public IEnumerable<GatewayValueReference> Reads(object options)
    {
        var rewrite = (RewriteOptions)options;
        return new[] { rewrite.Path, rewrite.AddPrefix, rewrite.Host }
            .OfType<GatewayTemplate>()
            .Concat(rewrite.Query.Set.Values).Concat(rewrite.Query.Append.Values)
            .Concat(rewrite.RequestHeaders.Set.Values).Concat(rewrite.RequestHeaders.Append.Values)
            .Concat(rewrite.ResponseHeaders.Set.Values).Concat(rewrite.ResponseHeaders.Append.Values)
            .SelectMany(template => template.References)
            .Distinct();
    }

    protected override void Validate(RewriteOptions options, ModuleContext context, GatewayErrors errors)
    {
        var node = context.Node;
        var templates = RouteTemplates.Of(context.Item);
        CheckPath(options, node, templates, errors);
        templates.Check(options.Host, TemplatePlace.Host, node.At(nameof(options.Host)), errors);
        if (options.Method is { } method && (!HttpText.IsToken(method) || HttpMethods.IsConnect(method)))
            errors.Add(node.At(nameof(options.Method)), $"\"{method}\" is not a method that requests can be sent with");

        var query = node.At(nameof(options.Query));
        CheckValues(options.Query.Set, TemplatePlace.Query, query.At(nameof(options.Query.Set)), templates, errors);
        CheckValues(options.Query.Append, TemplatePlace.Query, query.At(nameof(options.Query.Append)), templates, errors);
        var (request, response) = (options.RequestHeaders, options.ResponseHeaders);
        CheckFields(request.Remove, request.Set, request.Append, node.At(nameof(options.RequestHeaders)), templates, FieldNames.WrongInRequest, errors);
        CheckFields(response.Remove, response.Set, response.Append, node.At(nameof(options.ResponseHeaders)), templates, FieldNames.WrongInResponse, errors);
    }

    protected override ExchangeDelegate BuildExchange(RewriteOptions options, ModuleBuild build, ExchangeDelegate inner) =>
        options == new RewriteOptions() ? inner : new RewriteChain(options, RouteTemplates.Of(build.Item), inner).SendAsync;

    // What is sent upstream as a key or token is a secret, wherever it was written.
    protected override void Explain(RewriteOptions options, ExplainWriter writer) => writer.Options(Value, options with
    {
        RequestHeaders = options.RequestHeaders with { Set = Masked(options.RequestHeaders.Set), Append = Masked(options.RequestHeaders.Append) },
    });

    private static GatewayMap<GatewayTemplate> Masked(GatewayMap<GatewayTemplate> values) => [.. values.Select(member =>
        member.Value.Literal is not null && _secretNames.Any(word => member.Key.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? KeyValuePair.Create(member.Key, (GatewayTemplate)"***")
            : member)];

    private static void CheckPath(RewriteOptions options, GatewayConfigNode node, RouteTemplates templates, GatewayErrors errors)
    {
        templates.Check(options.Path, TemplatePlace.Path, node.At(nameof(options.Path)), errors);
        templates.Check(options.AddPrefix, TemplatePlace.Path, node.At(nameof(options.AddPrefix)), errors);
        if (options.RemovePrefix is { } prefix && (prefix is not ['/', ..] || prefix.AsSpan().ContainsAny('?', '#', '{')))
            errors.Add(node.At(nameof(options.RemovePrefix)), $"\"{prefix}\" is not the beginning of a path, such as \"/api\"");
        if (options.PathRegex is { } regex)
            PathRegex.Check(regex, node.At(nameof(options.PathRegex)), errors);
        if (options.Path is not null && options is not { RemovePrefix: null, PathRegex: null, AddPrefix: null })
            errors.Add(node.At(nameof(options.Path)), "replaces the whole path; it can't stand beside RemovePrefix, PathRegex or AddPrefix");
    }

    private static void CheckFields(
        GatewayList<string> remove,
        GatewayMap<GatewayTemplate> set,
        GatewayMap<GatewayTemplate> append,
        GatewayConfigNode node,
        RouteTemplates templates,
        Func<string, string?> wrongName,
        GatewayErrors errors)
    {
        CheckValues(set, TemplatePlace.Header, node.At("Set"), templates, errors);
        CheckValues(append, TemplatePlace.Header, node.At("Append"), templates, errors);
        CheckNames(remove, _ => node.At("Remove"));
        CheckNames(set.Keys, node.At("Set").At);
        CheckNames(append.Keys, node.At("Append").At);

        void CheckNames(IEnumerable<string> names, Func<string, GatewayConfigNode> place)
        {
            foreach (var name in names)
            {
                if (wrongName(name) is { } wrong)
                    errors.Add(place(name), wrong);
            }
        }
    }

    private static void CheckValues(
        GatewayMap<GatewayTemplate> values, TemplatePlace place, GatewayConfigNode node, RouteTemplates templates, GatewayErrors errors)
    {
        foreach (var (name, value) in values)
            templates.Check(value, place, node.At(name), errors);
    }
}
