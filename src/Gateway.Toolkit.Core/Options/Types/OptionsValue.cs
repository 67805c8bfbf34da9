namespace Gateway.Toolkit;

internal sealed class OptionsValue<T> : GatewayValue<T>
    where T : class, IGatewayOptions<T>
{
    public static OptionsValue<T> Instance { get; } = new();

    public override string Expected => (T.Descriptor.ShortFormExpected ?? T.Descriptor.ShortForm?.Value.Expected) is { } form
        ? $"{form}, or an object"
        : "an object";

    public override GatewayOptionsDescriptor Descriptor => T.Descriptor;

    public override IReadOnlyList<string> JsonTypes => T.Descriptor switch
    {
        { ReadShortForm: not null } => ["object", "boolean", "string", "number", "array"],
        { ShortForm: { } key } => [.. key.Value.JsonTypes.Concat(["object", "boolean"]).Distinct()],
        _ => ["object", "boolean"],
    };

    public override bool TryRead(GatewayConfigNode node, GatewayErrors errors, out T value)
    {
        var descriptor = T.Descriptor;
        value = descriptor.Default;
        if (node.Kind == GatewayConfigKind.Object)
            return TryBind(node, OptionsChecks.KeysAreKnown(node, descriptor, errors), option => node.Find(option.Name), errors, out value);
        if (node.Value is T given)
            return TryRead(Write(given).AsRoot(node.Path), errors, out value); // Code keeps to the same ranges.
        if (IsTrue(node) && descriptor.ShortForm?.Value.JsonTypes is not ["boolean"])
            return TryBind(node, true, _ => null, errors, out value);
        if (descriptor.ReadShortForm is { } read && node.Kind is not (GatewayConfigKind.Null or GatewayConfigKind.Code))
            return TryReadShortForm(read, node, errors, out value);
        if (descriptor.ShortForm is { } key && node.Kind != GatewayConfigKind.Null)
            return TryBind(node, true, option => option == key ? node : null, errors, out value);
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
            if (option.Required || !Equals(current, option.Get(descriptor.Default)))
                members.Add(new(option.Name, option.Value.WriteObject(current)));
        }

        return GatewayConfigNode.Object(members);
    }

    public override bool SameIdentity(object? left, object? right) =>
        ReferenceEquals(left, right)
        || (left is T x && right is T y
            && T.Descriptor.Options.All(option => !option.Identity || option.Value.SameIdentity(option.Get(x), option.Get(y))));

    private static bool IsTrue(GatewayConfigNode node) =>
        node.Kind == GatewayConfigKind.Boolean ? node.Text == "true" : node.IsTextOnly && bool.TryParse(node.Text, out var on) && on;

    private static bool TryReadShortForm(
        Func<GatewayConfigNode, GatewayErrors, T?> read, GatewayConfigNode node, GatewayErrors errors, out T value)
    {
        value = T.Descriptor.Default;
        if (read(node, errors) is not { } options)
            return false;
        value = options;
        var sound = true;
        foreach (var option in T.Descriptor.Options)
            sound &= option.Get(options) is not { } current || OptionsChecks.InRange(option, current, node, errors);
        return sound;
    }

    // "find" gives the node of a key, or null where it isn't written; "place" is named by errors about the whole.
    private static bool TryBind(
        GatewayConfigNode place, bool sound, Func<GatewayOption, GatewayConfigNode?> find, GatewayErrors errors, out T value)
    {
        var descriptor = T.Descriptor;
        var values = new object?[descriptor.Options.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var option = descriptor.Options[i];
            values[i] = option.Get(descriptor.Default);
            if (find(option) is { Kind: not GatewayConfigKind.Null } node)
            {
                sound &= TryReadKey(option, node, errors, ref values[i]);
            }
            else if (option.Required)
            {
                errors.Add(place, option.Name, $"is missing; expected {option.Value.Expected}");
                sound = false;
            }
        }

        value = sound ? descriptor.Create(values) : descriptor.Default;
        return sound;
    }

    private static bool TryReadKey(GatewayOption option, GatewayConfigNode node, GatewayErrors errors, ref object? value)
    {
        var before = errors.Items.Count;
        var read = option.Value.ReadObject(node, errors);
        if (read is null || errors.Items.Skip(before).Any(error => !error.IsWarning) || !OptionsChecks.InRange(option, read, node, errors))
            return false;
        value = read;
        return true;
    }
}
