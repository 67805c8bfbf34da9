using Microsoft.CodeAnalysis;

namespace Gateway.Toolkit.Generators;

/// <summary>What can be wrong with an options record.</summary>
internal static class Problems
{
    public static readonly DiagnosticDescriptor Shape = Error(
        "GTK001", "Options must be a sealed partial record", "Options '{0}' must be a sealed partial record: {1}");

    public static readonly DiagnosticDescriptor Type = Error(
        "GTK002",
        "The type can't be an option",
        "'{0}' has the type '{1}', which can't be an option, because options are read from text and compare by value; use {2}");

    public static readonly DiagnosticDescriptor Init = Error(
        "GTK003", "Options are immutable", "'{0}' must be {{ get; init; }}, so that options never change once they are read");

    public static readonly DiagnosticDescriptor Required = Error(
        "GTK004",
        "Required members have no default",
        "'{0}' must not be a 'required' member, because a record with nothing set holds the defaults; write [GatewayKey(Required = true)]");

    public static readonly DiagnosticDescriptor ShortForm = Error(
        "GTK005", "The short form stands for one key", "The short form '{0}' of '{1}' {2}");

    public static readonly DiagnosticDescriptor Range = Error(
        "GTK006", "The type has no range", "'{0}' has a minimum or maximum, but values of the type '{1}' have no order");

    public static readonly DiagnosticDescriptor Twice = Error(
        "GTK007", "Keys are unique", "The key \"{0}\" of '{1}' is given twice; keys that differ only in case are the same");

    public static readonly DiagnosticDescriptor Summary = new(
        "GTK008",
        "Options are described by their documentation",
        "'{0}' has no <summary>, which descriptions, JSON schema and error messages are made of",
        "Gateway.Toolkit",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Gateway.Toolkit", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
