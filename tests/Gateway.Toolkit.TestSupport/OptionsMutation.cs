using System.Reflection;

namespace Gateway.Toolkit.TestSupport;

/// <summary>
/// Changes every property of an options record, one at a time, and sees whether a reload would notice: the changed record
/// must be unequal, be written and read back equal, and differ in identity as its attribute says.
/// </summary>
public static class OptionsMutation
{
    /// <summary>The options records of an assembly.</summary>
    public static IEnumerable<Type> RecordsOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.IsDefined(typeof(GatewayOptionsAttribute))).OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>What is wrong with a record, a line each; none if nothing is.</summary>
    public static IReadOnlyList<string> Failures(Type record)
    {
        var checks = (IOptionsRecord)Activator.CreateInstance(typeof(OptionsRecord<>).MakeGenericType(record))!;
        return [.. checks.Failures().Select(failure => $"{record.FullName}.{failure}")];
    }
}
