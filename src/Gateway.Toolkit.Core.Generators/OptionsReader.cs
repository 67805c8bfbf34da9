using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gateway.Toolkit.Generators;

/// <summary>Reads an options record and finds what is wrong with it.</summary>
internal sealed class OptionsReader
{
    private readonly INamedTypeSymbol _type;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    private OptionsReader(INamedTypeSymbol type, CancellationToken cancellation)
    {
        _type = type;
        _cancellation = cancellation;
    }

    public static OptionsResult Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var reader = new OptionsReader(type, cancellation);
        var model = reader.Model();
        return new(model, reader._diagnostics.ToImmutable());
    }

    private OptionsModel? Model()
    {
        var missing = ShapeErrors().ToList();
        foreach (var error in missing)
            Report(Problems.Shape, _type, _type.Name, error);
        if (missing.Count > 0)
            return null;

        var keys = Keys();
        return new(
            _type.ContainingNamespace.IsGlobalNamespace ? "" : _type.ContainingNamespace.ToDisplayString(),
            new([.. Containers().Reverse().Select(container => $"partial {Keyword(container)} {OptionsWriter.Identifier(container.Name)}")]),
            _type.Name,
            ValueTypes.Text(_type),
            Summary(_type),
            ShortForm(keys),
            ValueTypes.Implements(_type, "IGatewayShortForm"),
            new([.. keys]));
    }

    private IEnumerable<string> ShapeErrors()
    {
        if (!_type.IsRecord)
            yield return "make it a record, so that it compares by value";
        if (!_type.IsSealed)
            yield return "add 'sealed'";
        if (!IsPartial(_type))
            yield return "add 'partial'";
        foreach (var container in Containers().Where(container => !IsPartial(container)))
            yield return $"add 'partial' to '{container.Name}', which contains it";
        if (_type.IsGenericType)
            yield return "it must not be generic, nor be in a generic type";
        if (_type.BaseType is { SpecialType: not SpecialType.System_Object })
            yield return "it must not derive from another record";
        if (!_type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty))
            yield return "it needs a constructor without parameters, which gives the defaults";
    }

    private List<OptionsKey> Keys()
    {
        var keys = new List<OptionsKey>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in _type.GetMembers().OfType<IPropertySymbol>().Where(IsOption))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (Key(property) is not { } key)
                continue;
            if (names.Add(key.Name))
                keys.Add(key);
            else
                Report(Problems.Twice, property, key.Name, _type.Name);
        }

        return keys;
    }

    // Properties without a setter are computed from the others.
    private static bool IsOption(IPropertySymbol property) =>
        !property.IsStatic && !property.IsIndexer && !property.IsImplicitlyDeclared && property.SetMethod is not null
        && property.DeclaredAccessibility == Accessibility.Public && property.GetMethod is not null;

    private OptionsKey? Key(IPropertySymbol property)
    {
        if (property.SetMethod is not { IsInitOnly: true, DeclaredAccessibility: Accessibility.Public })
            return Refuse(Problems.Init, property, property.Name);
        if (property.IsRequired)
            return Refuse(Problems.Required, property, property.Name);
        if (ValueTypes.Expression(property.Type) is not { } value)
            return Refuse(Problems.Type, property, property.Name, ValueTypes.Short(property.Type), ValueTypes.Instead(property.Type));

        var attribute = Attribute(property, "Gateway.Toolkit.GatewayKeyAttribute");
        var settings = (attribute?.NamedArguments ?? []).ToDictionary(argument => argument.Key, argument => argument.Value);
        if ((settings.ContainsKey("Min") || settings.ContainsKey("Max")) && !ValueTypes.IsOrdered(property.Type))
            Report(Problems.Range, property, property.Name, ValueTypes.Short(property.Type));
        var name = settings.TryGetValue("Name", out var given) && given.Value is string text ? text : property.Name;
        settings.Remove("Name");
        return new(
            name,
            property.Name,
            ValueTypes.Text(property.Type),
            property.NullableAnnotation == NullableAnnotation.Annotated,
            value,
            Summary(property),
            new([.. settings.Where(setting => !setting.Value.IsNull).Select(setting => $"{setting.Key} = {setting.Value.ToCSharpString()}")]));
    }

    private string? ShortForm(List<OptionsKey> keys)
    {
        if (ShortFormName(_type) is not { } name)
            return null;
        var key = keys.Find(key => key.Property == name);
        if (key is not null && !IsEndless())
            return key.Name;
        var error = key is null ? "is none of its keys" : "has no end, because the key leads back to the record itself";
        Report(Problems.ShortForm, _type, name, _type.Name, error);
        return null;
    }

    // Follows short forms of nested options: what one value stands for must be a value at last.
    private bool IsEndless()
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        ITypeSymbol? type = _type;
        while (type is not null && seen.Add(type))
        {
            type = type.GetMembers(ShortFormName(type) ?? "").OfType<IPropertySymbol>().FirstOrDefault()?.Type;
            while (type is INamedTypeSymbol { TypeArguments.Length: 1 } container)
                type = container.TypeArguments[0];
        }

        return type is not null;
    }

    private static string? ShortFormName(ITypeSymbol type) => Attribute(type, OptionsGenerator.Attribute)?.NamedArguments
        .FirstOrDefault(argument => argument.Key == "ShortForm").Value.Value as string;

    private string Summary(ISymbol symbol)
    {
        var summary = Summaries.Of(symbol, _cancellation);
        if (summary.Length == 0)
            Report(Problems.Summary, symbol, symbol.Name);
        return summary;
    }

    private IEnumerable<INamedTypeSymbol> Containers()
    {
        for (var container = _type.ContainingType; container is not null; container = container.ContainingType)
            yield return container;
    }

    private bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(_cancellation) is TypeDeclarationSyntax declaration
        && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };

    private static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    private OptionsKey? Refuse(DiagnosticDescriptor problem, ISymbol place, params object[] arguments)
    {
        Report(problem, place, arguments);
        return null;
    }

    private void Report(DiagnosticDescriptor problem, ISymbol place, params object[] arguments) =>
        _diagnostics.Add(Diagnostic.Create(problem, place.Locations.FirstOrDefault(), arguments));
}
