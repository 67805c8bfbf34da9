using System.Reflection;

namespace Gateway.Toolkit.TestSupport;

internal sealed class OptionsRecord<T> : IOptionsRecord
    where T : class, IGatewayOptions<T>
{
    private static readonly GatewayValue<T> _value = GatewayValues.Options<T>();
    private static readonly MethodInfo _clone = typeof(T).GetMethod("<Clone>$")!;

    public IEnumerable<string> Failures()
    {
        var start = Start();
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null).ToList();
        if (properties.Count != T.Descriptor.Options.Count)
            yield return $"Descriptor: has {T.Descriptor.Options.Count} keys for {properties.Count} properties";
        if (!start.Equals(Copy(start)) || start.GetHashCode() != Copy(start).GetHashCode())
            yield return "Equals: a copy is not equal";
        foreach (var property in properties)
        {
            foreach (var failure in Failures(start, property))
                yield return $"{property.Name}: {failure}";
        }
    }

    // The defaults, and something for each key that must be given and has no default.
    private static T Start()
    {
        var start = Copy(T.Descriptor.Default);
        foreach (var property in typeof(T).GetProperties().Where(property => property.SetMethod is not null))
        {
            if (property.GetValue(start) is null && OptionOf(start, property) is { Required: true } option)
                property.SetValue(start, Candidates.Of(option.Value).First());
        }

        return start;
    }

    private static IEnumerable<string> Failures(T start, PropertyInfo property)
    {
        if (OptionOf(start, property) is not { } option)
        {
            yield return "a change is seen by no key";
            yield break;
        }

        var current = property.GetValue(start);
        if (current is not null && MayBeNull(property))
            yield return "may be null but is not by default, and null can't be written";
        if (current is not null && !Reads(start, out var refused))
            yield return $"its default is not allowed: {refused}";

        var changed = Candidates.Of(option.Value).Where(candidate => !candidate.Equals(current)).ToList();
        if (changed.Count == 0)
            yield return "no other value is known to the test; add its text to Candidates";
        foreach (var candidate in changed)
        {
            var variant = With(start, property, candidate);
            if (start.Equals(variant) || variant.Equals(start))
                yield return $"the change to {candidate} leaves the record equal";
            if (option.Value is { Descriptor: null, Element: null } && _value.SameIdentity(start, variant) == option.Identity)
                yield return $"the change to {candidate} {(option.Identity ? "keeps" : "loses")} the identity";
        }

        var reasons = changed.Select(candidate => Reads(With(start, property, candidate), out var reason) ? null : reason).ToList();
        if (reasons.Count > 0 && !reasons.Contains(null))
            yield return $"no change reads back equal: {reasons[0]}";
    }

    // Found by what changes, so that a descriptor that reads another property is found out.
    private static GatewayOption? OptionOf(T start, PropertyInfo property) => T.Descriptor.Options.SingleOrDefault(option =>
        Candidates.Of(option.Value).Where(candidate => property.PropertyType.IsInstanceOfType(candidate)).Any(candidate =>
        {
            var variant = With(start, property, candidate);
            return !Equals(option.Get(start), option.Get(variant)) && Equals(option.Get(variant), candidate);
        }));

    private static bool Reads(T options, out string reason)
    {
        var errors = new GatewayErrors();
        var isRead = _value.TryRead(_value.Write(options), errors, out var read);
        reason = isRead ? "read as another" : string.Join("; ", errors.Items);
        return isRead && read.Equals(options);
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
