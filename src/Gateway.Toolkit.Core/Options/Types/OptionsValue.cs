namespace Gateway.Toolkit;

internal sealed class OptionsValue<T> : GatewayValue<T>
    where T : class, IGatewayOptions<T>
{
    public static OptionsValue<T> Instance { get; } = new();

    public override string Expected => (T.Descriptor.ShortFormExpected ?? T.Descriptor.ShortForm?.Value.Expected) is { } form
        ? $"{form}, or an object"
        : "an object";

    public override GatewayOptionsDescriptor Descriptor => T.Descriptor;

    public override IReadOnlyList<string> JsonTypes => T.Descriptor.ShortFormExpected is not null || T.Descriptor.ShortForm is not null
        ? ["object", "boolean", .. T.Descriptor.ShortForm?.Value.JsonTypes ?? ["string"]]
        : ["object", "boolean"];

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out T value)
    {
        value = T.Descriptor.Default;
        if (node.Value is T given)
        {
            value = given;
            return true;
        }

        if (node.Kind == GatewayConfigKind.Object)
            return TryReadObject(node, errors, out value);
        if (T.Descriptor.ReadShortForm is { } readShortForm && node.Text != "true")
        {
            if (readShortForm(node, errors) is not { } read)
                return false;
            value = read;
            return true;
        }

        if (T.Descriptor.ShortForm is { } key && node.Kind is not GatewayConfigKind.Null
            && !(node.Text == "true" && !key.Value.JsonTypes.Contains("boolean")))
        {
            return TryReadObject(GatewayConfigNode.Object([KeyValuePair.Create(key.Name, node)], node.Origin), errors, out value, node);
        }

        if (node.Text == "true")
            return TryReadObject(GatewayConfigNode.Object([], node.Origin), errors, out value, node);
        errors.Add(node, ValueErrors.WrongKind(node, Expected));
        return false;
    }

    public override GatewayConfigNode Write(T value)
    {
        var descriptor = T.Descriptor;
        var members = new List<KeyValuePair<string, GatewayConfigNode>>();
        foreach (var option in descriptor.Options)
        {
            var current = option.Get(value);
            if (!Equals(current, option.Get(descriptor.Default)))
                members.Add(new(option.Name, option.Value.WriteObject(current)));
        }

        return GatewayConfigNode.Object(members);
    }

    public override bool SameIdentity(object? left, object? right) =>
        ReferenceEquals(left, right)
        || (left is T x && right is T y
            && T.Descriptor.Options.All(option => !option.Identity || option.Value.SameIdentity(option.Get(x), option.Get(y))));

    private static bool TryReadObject(GatewayConfigNode node, GatewayErrors errors, out T value, GatewayConfigNode? place = null)
    {
        var descriptor = T.Descriptor;
        place ??= node;
        var values = new object?[descriptor.Options.Count];
        var sound = OptionsChecks.KeysAreKnown(node, descriptor, errors);
        for (var i = 0; i < values.Length; i++)
        {
            var option = descriptor.Options[i];
            values[i] = option.Get(descriptor.Default);
            if (node.Find(option.Name) is not { Kind: not GatewayConfigKind.Null } member)
            {
                if (option.Required)
                {
                    errors.Add(place, option.Name, $"is missing; expected {option.Value.Expected}");
                    sound = false;
                }

                continue;
            }

            var before = errors.Items.Count;
            var read = option.Value.ReadObject(member, errors);
            if (errors.Items.Count > before && errors.Items.Skip(before).Any(error => !error.IsWarning))
                sound = false;
            else if (read is not null && OptionsChecks.InRange(option, read, member, errors))
                values[i] = read;
            else
                sound = false;
        }

        value = sound ? descriptor.Create(values) : descriptor.Default;
        return sound;
    }
}
