using Microsoft.CodeAnalysis;

namespace Gateway.Toolkit.Generators;

/// <summary>Picks the value type of the configuration for a property's type.</summary>
internal static class ValueTypes
{
    private const string Allowed =
        "string, bool, int, long, double, TimeSpan, Uri, an enum without flags, GatewaySecret, a type that implements IGatewayScalar<T>, "
        + "a record with [GatewayOptions], GatewayConfigNode, a delegate, or a GatewayList<T> or GatewayMap<T> of these";

    private const string Values = "global::Gateway.Toolkit.GatewayValues";

    private static readonly SymbolDisplayFormat _format = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type for use in code, with its nullability.</summary>
    public static string Text(ITypeSymbol type) => type.ToDisplayString(_format);

    /// <summary>The expression for the value type; null if the type can't be an option.</summary>
    public static string? Expression(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
            return null;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Expression(named.TypeArguments[0]) is { } inner ? $"{Values}.Nullable({inner})" : null;

        var self = Text(named.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        return named.SpecialType switch
        {
            SpecialType.System_String => $"{Values}.String",
            SpecialType.System_Boolean => $"{Values}.Boolean",
            SpecialType.System_Int32 => $"{Values}.Int32",
            SpecialType.System_Int64 => $"{Values}.Int64",
            SpecialType.System_Double => $"{Values}.Double",
            _ => named.TypeKind switch
            {
                TypeKind.Enum => HasAttribute(named, "System.FlagsAttribute") ? null : $"{Values}.Enum<{self}>()",
                TypeKind.Delegate => $"{Values}.Code<{self}>()",
                _ => Known(named) ?? Own(named, self),
            },
        };
    }

    /// <summary>The type as its author wrote it, for messages.</summary>
    public static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>What to write instead of a type that can't be an option.</summary>
    public static string Instead(ITypeSymbol type)
    {
        var element = type is IArrayTypeSymbol { Rank: 1 } array ? array.ElementType
            : type is INamedTypeSymbol { IsGenericType: true } generic && IsEnumerable(generic) ? generic.TypeArguments.Last()
            : null;
        if (element is null || Element(element) is null)
            return Allowed;
        return type is INamedTypeSymbol { TypeArguments.Length: 2 } ? $"GatewayMap<{Short(element)}>" : $"GatewayList<{Short(element)}>";
    }

    /// <summary>Whether values have an order, so that a range can bound them.</summary>
    public static bool IsOrdered(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return IsOrdered(nullable.TypeArguments[0]);
        return type.SpecialType is not (SpecialType.System_String or SpecialType.System_Boolean)
            && type.TypeKind != TypeKind.Enum
            && type.AllInterfaces.Any(face => Name(face) == "System.IComparable");
    }

    /// <summary>Whether the type implements an interface of ours for itself, such as <c>IGatewayScalar&lt;T&gt;</c>.</summary>
    public static bool Implements(ITypeSymbol type, string face) => type.AllInterfaces.Any(candidate =>
        candidate.TypeArguments.Length == 1 && Name(candidate) == $"Gateway.Toolkit.{face}"
        && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type));

    private static string? Known(INamedTypeSymbol type) => Name(type) switch
    {
        "System.TimeSpan" => $"{Values}.Duration",
        "System.Uri" => $"{Values}.HttpAddress",
        "Gateway.Toolkit.GatewaySecret" => $"{Values}.Secret",
        "Gateway.Toolkit.GatewayConfigNode" => $"{Values}.Node",
        "Gateway.Toolkit.GatewayList" => Element(type.TypeArguments[0]) is { } element ? $"{Values}.List({element})" : null,
        "Gateway.Toolkit.GatewayMap" => Element(type.TypeArguments[0]) is { } element ? $"{Values}.Map({element})" : null,
        _ => null,
    };

    // An element that is null could not be written.
    private static string? Element(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? null : Expression(type);

    private static string? Own(INamedTypeSymbol type, string self)
    {
        if (Implements(type, "IGatewayScalar"))
            return $"{Values}.Scalar<{self}>()";
        return Implements(type, "IGatewayOptions") || HasAttribute(type, OptionsGenerator.Attribute) ? $"{Values}.Options<{self}>()" : null;
    }

    private static bool HasAttribute(ITypeSymbol type, string name) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass is { } found && Name(found) == name);

    private static bool IsEnumerable(ITypeSymbol type) =>
        type.AllInterfaces.Append(type).Any(face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);

    private static string Name(ITypeSymbol type) =>
        type.ContainingType is null ? $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}" : "";
}
