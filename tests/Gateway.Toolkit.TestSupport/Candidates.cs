using System.Linq.Expressions;

namespace Gateway.Toolkit.TestSupport;

/// <summary>Finds some values of any value type, by reading what is often written.</summary>
internal static class Candidates
{
    private static readonly GatewayConfigNode[] _leaves =
    [
        .. new[] { "1", "2", "3", "0", "0.5", "10", "100", "200", "204", "308", "404", "8192" }.Select(text => GatewayConfigNode.Number(text)),
        GatewayConfigNode.Boolean(true), GatewayConfigNode.Boolean(false),
        .. new[]
        {
            "a", "b", "/a/{b}", "1s", "250ms", "2m", "0s", "1d", "1KB", "2MB", "1B", "1/s", "5/m", "http://127.0.0.1:5001", "https://example.com/base",
            "client", "header:X-Name", "10.0.0.0/8", "127.0.0.1", "200-299", "a:b",
        }.Select(text => GatewayConfigNode.String(text)),
        GatewayConfigNode.FromCode(new GatewaySecret("first")), GatewayConfigNode.FromCode(new GatewaySecret("second")),
    ];

    public static IEnumerable<object> Of(GatewayValue value) => Nodes(value, depth: 3)
        .Select(node => value.ReadObject(node, new GatewayErrors()))
        .OfType<object>()
        .Distinct();

    private static IEnumerable<GatewayConfigNode> Nodes(GatewayValue value, int depth)
    {
        if (depth == 0)
            return [];
        if (value.Element is { } element)
            return Containers(value, [.. Nodes(element, depth - 1).Where(node => element.ReadObject(node, new GatewayErrors()) is not null).Take(2)]);
        if (value.Descriptor is { } descriptor)
            return [.. Objects(descriptor, depth), .. _leaves];
        if (value.Allowed.Count > 0)
            return value.Allowed.Select(name => GatewayConfigNode.String(name));
        return Delegates(value) is { } delegates ? delegates : _leaves;
    }

    private static IEnumerable<GatewayConfigNode> Containers(GatewayValue value, GatewayConfigNode[] elements)
    {
        for (var count = 0; count <= elements.Length; count++)
        {
            var items = elements.Take(count).ToList();
            yield return value.IsMap
                ? GatewayConfigNode.Object(items.Select((item, index) => KeyValuePair.Create($"name{index}", item)))
                : GatewayConfigNode.Array(items);
        }
    }

    // All that must be given, and one of the other keys.
    private static IEnumerable<GatewayConfigNode> Objects(GatewayOptionsDescriptor descriptor, int depth)
    {
        var required = descriptor.Options.Where(option => option.Required)
            .Select(option => (option.Name, Node: Sound(option.Value, depth).FirstOrDefault()))
            .Where(member => member.Node is not null)
            .Select(member => KeyValuePair.Create(member.Name, member.Node!))
            .ToList();
        yield return GatewayConfigNode.Object(required);
        foreach (var option in descriptor.Options)
        {
            foreach (var node in Sound(option.Value, depth).Take(3))
                yield return GatewayConfigNode.Object([.. required, KeyValuePair.Create(option.Name, node)]);
        }
    }

    private static IEnumerable<GatewayConfigNode> Sound(GatewayValue value, int depth) =>
        Nodes(value, depth - 1).Where(node => value.ReadObject(node, new GatewayErrors()) is not null);

    // Two functions of the type that do nothing.
    private static IEnumerable<GatewayConfigNode>? Delegates(GatewayValue value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericArguments() is [var argument] && argument.IsSubclassOf(typeof(Delegate)))
                return [Delegate(argument), Delegate(argument)];
        }

        return null;
    }

    private static GatewayConfigNode Delegate(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)).ToList();
        return GatewayConfigNode.FromCode(Expression.Lambda(type, Expression.Default(invoke.ReturnType), parameters).Compile());
    }
}
