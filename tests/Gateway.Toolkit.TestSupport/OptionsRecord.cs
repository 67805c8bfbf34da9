using System.Reflection;

namespace Gateway.Toolkit.TestSupport;

/// <summary>One options record whose properties are changed.</summary>
internal sealed class OptionsRecord<T> : IOptionsRecord
    where T : class, IGatewayOptions<T>
{
    private static readonly GatewayValue<T> _value = GatewayValues.Options<T>();
    private static readonly MethodInfo _clone = typeof(T).GetMethod("<Clone>$")!;

    private readonly Dictionary<GatewayOption, List<object>> _candidates =
        T.Descriptor.Options.ToDictionary(option => option, option => Candidates.Of(option.Value).ToList());

    private readonly List<PropertyInfo> _properties =
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null)];

    public IEnumerable<string> Failures()
    {
        var start = Start();
        if (!start.Equals(Copy(start)) || start.GetHashCode() != Copy(start).GetHashCode())
            yield return "Equals: a copy is not equal";
        foreach (var property in _properties)
        {
            var failures = OptionOf(start, property) is { } option ? Failures(start, property, option) : ["is not what one key reads"];
            foreach (var failure in failures)
                yield return $"{property.Name}: {failure}";
        }
    }

    // The defaults, and something for each key that must be given and has no default.
    private T Start()
    {
        var start = Copy(T.Descriptor.Default);
        foreach (var property in _properties)
        {
            if (property.GetValue(start) is null && OptionOf(start, property) is { Required: true } option)
                property.SetValue(start, _candidates[option][0]);
        }

        return start;
    }

    private IEnumerable<string> Failures(T start, PropertyInfo property, GatewayOption option)
    {
        var current = property.GetValue(start);
        if (current is not null && !option.Required && MayBeNull(property))
            yield return "may be null but is not by default, and null can't be written";
        if (current is not null && Refused(start, [.. _value.Write(start).Members, new(option.Name, option.Value.WriteObject(current))]) is { } refused)
            yield return $"its default is not allowed: {refused}";

        var changes = _candidates[option].Where(candidate => !candidate.Equals(current)).ToList();
        if (changes.Count == 0)
            yield return "no other value is known; add how one is written to Candidates";
        var reasons = new List<string?>();
        foreach (var change in changes)
        {
            var variant = With(start, property, change);
            if (start.Equals(variant) || variant.Equals(start))
                yield return $"the change to {change} leaves the record equal";
            if (option.Value is { Descriptor: null, Element: null } && _value.SameIdentity(start, variant) == option.Identity)
                yield return $"the change to {change} {(option.Identity ? "keeps" : "loses")} the identity";
            reasons.Add(Refused(variant, _value.Write(variant).Members));
        }

        // A range may forbid some of them.
        if (changes.Count > 0 && !reasons.Contains(null))
            yield return $"no change reads back equal: {reasons[0]}";
    }

    // Found by what changes, so that a key that reads another property is found out.
    private GatewayOption? OptionOf(T start, PropertyInfo property)
    {
        var seeing = T.Descriptor.Options.Where(option => _candidates[option].Where(property.PropertyType.IsInstanceOfType).Any(candidate =>
        {
            var variant = With(start, property, candidate);
            return !Equals(option.Get(start), option.Get(variant)) && Equals(option.Get(variant), candidate);
        })).ToList();
        return seeing.Count == 1 ? seeing[0] : null;
    }

    // Why members do not read as the record; null if they do.
    private static string? Refused(T expected, IReadOnlyList<KeyValuePair<string, GatewayConfigNode>> members)
    {
        var errors = new GatewayErrors();
        if (!_value.TryRead(GatewayConfigNode.Object(members), errors, out var read))
            return string.Join("; ", errors.Items);
        return read.Equals(expected) ? null : $"reads as {read}";
    }

    private static bool MayBeNull(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable);

    private static T With(T options, PropertyInfo property, object? value)
    {
        var copy = Copy(options);
        property.SetValue(copy, value);
        return copy;
    }

    private static T Copy(T options) => (T)_clone.Invoke(options, null)!;
}
