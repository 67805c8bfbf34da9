using System.Text.Json;

namespace Gateway.Toolkit;

/// <summary>Writes the parts of a JSON schema; options records become definitions of their own.</summary>
internal sealed class JsonSchemaWriter(Utf8JsonWriter writer)
{
    private const string ReferenceName = "Reference";

    private readonly Dictionary<GatewayOptionsDescriptor, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<GatewayOptionsDescriptor> _unwritten = [];
    private readonly HashSet<string> _taken = [ReferenceName, "Route", "Policy", "Upstream", "UpstreamDefaults", "Destination", "Defaults"];

    /// <summary>Writes a definition.</summary>
    public void Define(string name, Action content)
    {
        writer.WriteStartObject(name);
        content();
        writer.WriteEndObject();
    }

    /// <summary>Writes the definitions of all records that were referred to, and of what they refer to.</summary>
    public void DefineRest()
    {
        while (_unwritten.TryDequeue(out var descriptor))
            Define(_names[descriptor], () => Record(descriptor));
        Define(ReferenceName, () =>
        {
            writer.WriteString("description", "A value from elsewhere: file:PATH, env:NAME or config:KEY; null for one that an earlier source set.");
            Types("string", "null");
            writer.WriteString("pattern", "^(file|env|config):");
        });
    }

    /// <summary>Writes the schema of an object with modules and keys of its own.</summary>
    /// <param name="modules">The modules that may stand in it.</param>
    /// <param name="keys">The other keys.</param>
    /// <param name="more">Writes further properties.</param>
    /// <param name="shortForm">The key that a scalar stands for.</param>
    public void Object(
        IEnumerable<IGatewayModule> modules, IReadOnlyList<GatewayOption> keys, Action? more = null, GatewayOption? shortForm = null)
    {
        Types(["object", .. shortForm?.Value.JsonTypes ?? [], "null"]);
        Members(keys, () =>
        {
            more?.Invoke();
            foreach (var module in modules.Where(module => IsWritten(module.Value)))
                Module(module);
        });
    }

    /// <summary>Writes a property that maps names to a definition.</summary>
    public void Named(string key, string description, string definition)
    {
        writer.WriteStartObject(key);
        writer.WriteString("description", description);
        Types("object", "null");
        Notes();
        writer.WriteStartObject("additionalProperties");
        RefersTo(definition);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes a property that is a definition.</summary>
    public void Reference(string key, string description, string definition)
    {
        writer.WriteStartObject(key);
        writer.WriteString("description", description);
        RefersTo(definition);
        writer.WriteEndObject();
    }

    private void Record(GatewayOptionsDescriptor descriptor)
    {
        writer.WriteString("description", descriptor.Summary);
        AnyOf(
            () =>
            {
                Types("object");
                Members(descriptor.Options.Where(option => IsWritten(option.Value)).ToList(), null, descriptor.DefaultObject);
            },
            () => writer.WriteBoolean("const", true),
            descriptor.ShortFormExpected is null && descriptor.ShortForm is null ? null : () => ShortForm(descriptor));
    }

    private void ShortForm(GatewayOptionsDescriptor descriptor)
    {
        if (descriptor.ShortFormExpected is { } expected)
        {
            writer.WriteString("description", expected);
            Types("string", "number", "boolean", "array");
        }
        else if (descriptor.ShortForm is { } key)
        {
            Value(key.Value, key);
        }
    }

    private void Members(IReadOnlyList<GatewayOption> keys, Action? more, object? defaults = null)
    {
        writer.WriteStartObject("properties");
        foreach (var key in keys)
            Property(key, defaults);
        more?.Invoke();
        writer.WriteEndObject();
        Notes();
        writer.WriteBoolean("additionalProperties", false);
        if (!keys.Any(key => key.Required))
            return;
        writer.WriteStartArray("required");
        foreach (var key in keys.Where(key => key.Required))
            writer.WriteStringValue(key.Name);
        writer.WriteEndArray();
    }

    private void Property(GatewayOption key, object? defaults)
    {
        writer.WriteStartObject(key.Name);
        writer.WriteString("description", JsonSchemaText.Describe(key));
        if (defaults is not null && key.Get(defaults) is { } current && key.Value.WriteObject(current) is var node && JsonSchemaText.IsPlain(node))
        {
            writer.WritePropertyName("default");
            JsonSchemaText.Write(writer, node);
        }

        AnyOf(() => Value(key.Value, key), () => RefersTo(ReferenceName));
        writer.WriteEndObject();
    }

    // "false" takes a module away that would be inherited.
    private void Module(IGatewayModule module)
    {
        writer.WriteStartObject(module.Key);
        if (module.Value.Descriptor is { } descriptor)
            writer.WriteString("description", descriptor.Summary);
        AnyOf(() => Value(module.Value), () => writer.WriteBoolean("const", false), () => RefersTo(ReferenceName));
        writer.WriteEndObject();
    }

    private void Value(GatewayValue value, GatewayOption? key = null)
    {
        if (value.Descriptor is { } descriptor)
            RefersTo(Name(descriptor));
        else if (value.Element is { } element)
            Container(value, element);
        else if (value.Allowed.Count > 0)
            Texts("enum", value.Allowed);
        else if (value != GatewayValues.Node)
            Scalar(value, key);
    }

    private void Container(GatewayValue value, GatewayValue element)
    {
        if (value.IsMap)
        {
            Types("object");
            writer.WriteStartObject("additionalProperties");
            AnyOf(() => Value(element), () => RefersTo(ReferenceName));
            writer.WriteEndObject();
            return;
        }

        // One element needs no brackets, and one text may list several.
        var isText = element.JsonTypes.Contains("string") && element.Allowed.Count == 0;
        AnyOf(
            () =>
            {
                Types("array");
                writer.WriteStartObject("items");
                AnyOf(() => Value(element), () => RefersTo(ReferenceName));
                writer.WriteEndObject();
            },
            () => Value(element),
            element.Descriptor is null && !isText ? () => Types("string") : null);
    }

    private void Scalar(GatewayValue value, GatewayOption? key)
    {
        Types([.. value.JsonTypes]);
        if (!JsonSchemaText.HasNumericRange(value))
            return;
        foreach (var (keyword, bound) in ((string, string?)[])[("minimum", key?.Min), ("maximum", key?.Max)])
        {
            if (bound is null)
                continue;
            writer.WritePropertyName(keyword);
            writer.WriteRawValue(bound);
        }
    }

    private string Name(GatewayOptionsDescriptor descriptor)
    {
        if (_names.TryGetValue(descriptor, out var known))
            return known;
        var name = descriptor.Name;
        for (var i = 2; !_taken.Add(name); i++)
            name = $"{descriptor.Name}{i}";
        _unwritten.Enqueue(descriptor);
        return _names[descriptor] = name;
    }

    // What only code can give is not part of a file.
    private static bool IsWritten(GatewayValue value) => value.JsonTypes.Count > 0 && (value.Element is null || IsWritten(value.Element));

    // Keys that begin with "x-" are a team's own notes; "$replace" is for merging.
    private void Notes()
    {
        writer.WriteStartObject("patternProperties");
        writer.WriteStartObject("^[xX]-");
        writer.WriteEndObject();
        writer.WriteStartObject("^\\$replace$");
        Types("boolean");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void AnyOf(params ReadOnlySpan<Action?> schemas)
    {
        writer.WriteStartArray("anyOf");
        foreach (var schema in schemas)
        {
            if (schema is null)
                continue;
            writer.WriteStartObject();
            schema();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void RefersTo(string definition) => writer.WriteString("$ref", $"#/$defs/{definition}");

    private void Types(params IReadOnlyList<string> types)
    {
        if (types.Count == 1)
            writer.WriteString("type", types[0]);
        else
            Texts("type", types);
    }

    private void Texts(string keyword, IEnumerable<string> texts)
    {
        writer.WriteStartArray(keyword);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
